package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.motifworks.contracts.json.Json;
import org.motifworks.standalone.api.Api;
import org.motifworks.standalone.terminal.Amount;
import org.motifworks.standalone.variant.ReferenceGenome;
import org.motifworks.standalone.variant.VariantProblem;
import org.motifworks.standalone.variant.VariantStream;
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
      "reference allele (.ref), with the other one (.alt), and the difference (.diff). The reference",
      "allele lies in the middle of the model's window; for an insertion or a deletion the letters",
      "before it stay, those behind it move. Symbolic alleles, and those whose reference is not at",
      "its place in the genome, are told on standard error, and the exit code is then 1.",
      "",
      "The genome is read here, not by the service: a FASTA file, best with an index beside it",
      "(samtools faidx); compressed, by bgzip.",
      "",
      "Example:",
      "  ./motifworks variants tf12@champion patients.vcf.gz --genome hg38.fa --class MAX > max.tsv"
    })
final class VariantsCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(index = "0", paramLabel = "MODEL", description = "Its id, or SERIES@ALIAS.")
  private String model;

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      description = "VCF, plain or gzip, or BCF; - reads standard input.")
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
    AtomicLong leftOut = new AtomicLong();
    try (InputStream vcf = file.equals("-") ? System.in : Files.newInputStream(Path.of(file));
        ReferenceGenome reference = ReferenceGenome.open(genome);
        VariantStream variants =
            new VariantStream(
                vcf, reference, view.path("window").asInt(), why -> tell(why, leftOut));
        InputStream answer =
            api.exchange(path, "application/x-ndjson", "application/x-ndjson", variants);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(answer, StandardCharsets.UTF_8));
        PrintStream out =
            new PrintStream(
                new BufferedOutputStream(session.terminal().out(), 1 << 16),
                false,
                StandardCharsets.UTF_8)) {
      long scored = print(lines, new VariantTable(classes, session.json(), out));
      out.flush();
      variants
          .broken()
          .ifPresent(
              broken -> {
                throw broken;
              });
      session.remark(
          Amount.count(scored)
              + " variants scored"
              + (leftOut.get() == 0 ? "" : ", " + Amount.count(leftOut.get()) + " not"));
      return leftOut.get() == 0 ? ExitCode.OK : ExitCode.FAILED;
    } catch (VariantProblem e) {
      throw new CommandFailure(
          ExitCode.REFUSED, "Variants that cannot be scored", e.getMessage(), e.action());
    }
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

  private void tell(String why, AtomicLong leftOut) {
    leftOut.incrementAndGet();
    session.terminal().err().println(why);
  }

  /** The number of variants printed. */
  private long print(BufferedReader lines, VariantTable table) throws IOException {
    JsonNode reference = null;
    long scored = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      JsonNode record = Json.mapper().readTree(line);
      if (record.has("count")) return scored;
      if (record.has("error")) {
        throw new CommandFailure(
            ExitCode.SERVICE_FAULT,
            "The service could not read what was sent to it",
            record.path("error").path("detail").asText(),
            "");
      }
      if (reference == null) {
        reference = record;
        continue;
      }
      table.print(record.path("id").asText(), reference.path("scores"), record.path("scores"));
      reference = null;
      scored++;
    }
    throw CommandFailure.scoresCutOff();
  }
}
