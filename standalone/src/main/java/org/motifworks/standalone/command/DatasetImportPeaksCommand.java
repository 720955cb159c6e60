package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileNotFoundException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.motifworks.contracts.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a dataset of ChIP-seq peaks and a genome. */
@Command(
    name = "import-peaks",
    description = {
      "Makes a dataset of ChIP-seq peaks and a genome, as DeepSEA's was made.",
      "",
      "The genome is cut into bins. A bin belongs to a class when one of its peaks covers more than"
          + " half of it; the sequence is the bin with its flanks. Bins without a class are left"
          + " out, unless --negatives asks for some."
    },
    footer = {
      "",
      "Examples:",
      "  Two factors against each other, 1,000 nt as in the paper:",
      "    ./motifworks dataset import-peaks --name chip --genome hg19.fa \\",
      "        --peaks CTCF=ctcf.narrowPeak.gz --peaks MAFK=mafk.narrowPeak.gz",
      "  One factor against windows of the same GC content:",
      "    ./motifworks dataset import-peaks --name ctcf --genome hg38.2bit \\",
      "        --peaks CTCF=ctcf.narrowPeak.gz --negatives gc --blacklist hg38-blacklist.bed.gz",
      "  DeepSEA's own division:",
      "    ... --validation-chromosomes chr7:30508750-35296850 --test-chromosomes chr8,chr9"
    })
final class DatasetImportPeaksCommand implements Callable<Integer> {

  private static final Map<String, String> NEGATIVES =
      Map.of("none", "none", "gc", "gc", "shuffle", "dinucleotide-shuffle");

  private final Session session;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      required = true,
      description = "The dataset's name.")
  private String name;

  @Option(
      names = "--genome",
      paramLabel = "FILE",
      required = true,
      description = "The genome: FASTA, plain or gzip, or 2bit. It needs no index.")
  private Path genome;

  @Option(
      names = "--peaks",
      paramLabel = "CLASS=FILE",
      required = true,
      description =
          "Peaks (narrowPeak or BED, plain or gzip) of an experiment; repeatable. Files of one class"
              + " are taken together.")
  private List<String> peaks;

  @Option(
      names = "--bin",
      paramLabel = "NT",
      defaultValue = "200",
      description = "Size of a bin. Default: ${DEFAULT-VALUE}.")
  private int bin;

  @Option(
      names = "--window",
      paramLabel = "NT",
      defaultValue = "1000",
      description = "Length of a sequence, the bin in its middle. Default: ${DEFAULT-VALUE}.")
  private int window;

  @Option(
      names = "--test-chromosomes",
      paramLabel = "CHR",
      split = ",",
      defaultValue = "chr8,chr9",
      description = "Chromosomes, or regions, to test on. Default: ${DEFAULT-VALUE}.")
  private List<String> test;

  @Option(
      names = "--validation-chromosomes",
      paramLabel = "CHR",
      split = ",",
      defaultValue = "chr7",
      description = "Chromosomes, or regions, to validate on. Default: ${DEFAULT-VALUE}.")
  private List<String> validation;

  @Option(
      names = "--exclude-chromosomes",
      paramLabel = "CHR",
      split = ",",
      defaultValue = "chrX,chrY,chrM",
      description = "Chromosomes to leave out. Default: ${DEFAULT-VALUE}.")
  private List<String> exclude;

  @Option(
      names = "--blacklist",
      paramLabel = "FILE",
      description = "Regions (BED) whose bins are left out.")
  private Path blacklist;

  @Option(
      names = "--negatives",
      paramLabel = "none|gc|shuffle",
      defaultValue = "none",
      description =
          "Adds as many sequences of no class: windows of the same GC content, or shuffled copies"
              + " that keep their dinucleotides. Default: ${DEFAULT-VALUE}.")
  private String negatives;

  @Option(names = "--max-n", paramLabel = "NT", description = "Leaves out windows with more Ns.")
  private Integer maximumN;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of the negatives. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Mixin private UploadOption upload;
  @Mixin private DetachOption detach;

  DatasetImportPeaksCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws FileNotFoundException {
    if (!NEGATIVES.containsKey(negatives)) {
      throw usage("--negatives takes 'none', 'gc' or 'shuffle'", "It was '" + negatives + "'.");
    }
    FileArguments files = upload.files(session);
    return files.make(session, request(files), detach.detach());
  }

  private ObjectNode request(FileArguments files) {
    ObjectNode request = Json.mapper().createObjectNode().put("name", name);
    ObjectNode source = request.putObject("source").put("kind", "peaks");
    source.put("genome", files.add(genome));
    ArrayNode list = source.putArray("peaks");
    for (String each : peaks) {
      int equals = each.indexOf('=');
      if (equals < 1) {
        throw usage("--peaks takes CLASS=FILE", "It was '" + each + "'.");
      }
      String file = files.add(Path.of(each.substring(equals + 1)));
      list.addObject().put("name", each.substring(0, equals)).put("file", file);
    }
    source.put("bin", bin).put("window", window);
    ObjectNode split = source.putObject("split").put("by", "chromosome");
    validation.forEach(split.putArray("validation")::add);
    test.forEach(split.putArray("test")::add);
    split.put("seed", seed);
    exclude.forEach(source.putArray("exclude")::add);
    if (blacklist != null) source.put("blacklist", files.add(blacklist));
    source.put("negatives", NEGATIVES.get(negatives));
    if (maximumN != null) source.put("maxN", maximumN);
    return request;
  }

  private static CommandFailure usage(String title, String detail) {
    return new CommandFailure(
        ExitCode.USAGE, title, detail, "./motifworks dataset import-peaks --help shows examples.");
  }
}
