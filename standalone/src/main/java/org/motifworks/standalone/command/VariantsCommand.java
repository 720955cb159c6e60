package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.motifworks.contracts.variant.VariantRecords;
import org.motifworks.contracts.variant.VariantScores;
import org.motifworks.contracts.variant.VariantTable;
import org.motifworks.standalone.api.Api;
import org.motifworks.standalone.terminal.Amount;
import org.motifworks.standalone.variant.GenomeFileProblem;
import org.motifworks.standalone.variant.ReferenceGenome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Scores both alleles of variants. */
@Command(
    name = "variants",
    description =
        "Scores both alleles of variants: what a change of the genome does to each class.",
    footer = {
      "",
      "Prints a table (tsv), a row an alternative allele: the probability of each class with the",
      "reference allele (.ref), with the other one (.alt), and the difference (.diff). The"
          + " reference",
      "allele lies in the middle of the model's window; for an insertion or a deletion the letters",
      "before it stay, those behind it move. Symbolic alleles, and those whose reference is not at",
      "its place in the genome, are told on standard error, and the exit code is then 1. A large",
      "file is better scored by a job: ./motifworks scoring --variants FILE --genome FILE.",
      "",
      "The genome is read here, not by the service: a FASTA file, best with an index beside it",
      "(samtools faidx); compressed, by bgzip.",
      "",
      "Example:",
      "  ./motifworks variants tf12@champion patients.vcf.gz --genome hg38.fa --class MAX > max.tsv"
    })
final class VariantsCommand implements Callable<Integer> {

  private static final String NDJSON = "application/x-ndjson";
  private static final String VCF_ACTION = "Give a VCF file; bcftools view checks one.";

  private final Session session;

  @Parameters(index = "0", paramLabel = "MODEL", description = "Its id, or SERIES@ALIAS.")
  private String model;

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      description = "VCF, plain or gzip; - reads standard input.")
  private String file;

  @Option(
      names = "--genome",
      paramLabel = "FASTA",
      required = true,
      description = "The genome that the variants were called on.")
  private Path genome;

  @Option(
      names = "--class",
      paramLabel = "CLASS",
      description = "A class to print; repeatable. Default: all.")
  private List<String> classes = new ArrayList<>();

  @Option(
      names = "--strands",
      paramLabel = "HOW",
      description = "forward (default), or both: the max or the mean of the two.")
  private String strands;

  VariantsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    Api api = session.api();
    JsonNode view = api.get("/v1/models/" + Api.segment(model));
    checkClasses(view.path("classes"));
    String path =
        "/v1/models/"
            + Api.segment(model)
            + "/score?input=ndjson"
            + (strands == null ? "" : "&strands=" + Api.segment(strands));
    String source = file.equals("-") ? "standard input" : file;
    try (InputStream vcf = file.equals("-") ? System.in : Files.newInputStream(existing());
        ReferenceGenome reference = ReferenceGenome.open(genome)) {
      VariantRecords variants =
          new VariantRecords(vcf, source, reference, view.path("window").asInt());
      InputStream answer = api.exchange(path, NDJSON, NDJSON, variants);
      VariantScores.Counts counts = print(answer);
      if (variants.broken().isPresent()) {
        throw unreadable(variants.broken().get().getMessage(), VCF_ACTION);
      }
      long scored = counts.variants() - counts.leftOut();
      session.remark(
          Amount.count(scored)
              + " variants scored"
              + (counts.leftOut() == 0 ? "" : ", " + Amount.count(counts.leftOut()) + " not"));
      return counts.leftOut() == 0 ? ExitCode.OK : ExitCode.FAILED;
    } catch (GenomeFileProblem e) {
      throw unreadable(e.getMessage(), e.action());
    }
  }

  private VariantScores.Counts print(InputStream answer) throws IOException {
    PrintStream out =
        new PrintStream(
            new BufferedOutputStream(session.terminal().out(), 1 << 16),
            false,
            StandardCharsets.UTF_8);
    VariantTable table = new VariantTable(classes);
    VariantPrinter printer =
        new VariantPrinter(table, session.json(), out, session.terminal().err());
    try {
      return VariantScores.read(answer, printer);
    } catch (EOFException e) {
      throw CommandFailure.scoresCutOff();
    } finally {
      out.flush();
    }
  }

  private Path existing() {
    Path path = Path.of(file);
    if (Files.isReadable(path) && !Files.isDirectory(path)) return path;
    throw new CommandFailure(ExitCode.REFUSED, "No such file", file, "");
  }

  private static CommandFailure unreadable(String detail, String action) {
    return new CommandFailure(ExitCode.REFUSED, "Variants that cannot be scored", detail, action);
  }

  private void checkClasses(JsonNode known) {
    List<String> names = new ArrayList<>();
    known.forEach(name -> names.add(name.asText()));
    for (String name : classes) {
      if (names.contains(name)) continue;
      throw new CommandFailure(
          ExitCode.REFUSED,
          "No such class",
          "The model has no class '" + name + "'.",
          "Its classes are " + String.join(", ", names) + ".");
    }
    if (classes.isEmpty()) classes.addAll(names);
  }
}
