package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** A genome and the peaks of experiments on it. */
final class PeaksOptions {

  private static final Map<String, String> NEGATIVES =
      Map.of("none", "none", "gc", "gc", "shuffle", "dinucleotide-shuffle");

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

  void putInto(ObjectNode source, FileArguments files) {
    if (!NEGATIVES.containsKey(negatives)) {
      throw usage("--negatives takes 'none', 'gc' or 'shuffle'", "It was '" + negatives + "'.");
    }
    source.put("genome", files.add(genome));
    ArrayNode list = source.putArray("peaks");
    for (String each : peaks) {
      int equals = each.indexOf('=');
      if (equals < 1) throw usage("--peaks takes CLASS=FILE", "It was '" + each + "'.");
      String file = files.add(Path.of(each.substring(equals + 1)));
      list.addObject().put("name", each.substring(0, equals)).put("file", file);
    }
    source.put("bin", bin);
    exclude.forEach(source.putArray("exclude")::add);
    if (blacklist != null) source.put("blacklist", files.add(blacklist));
    source.put("negatives", NEGATIVES.get(negatives));
    if (maximumN != null) source.put("maxN", maximumN);
  }

  private static CommandFailure usage(String title, String detail) {
    return new CommandFailure(
        ExitCode.USAGE, title, detail, "./motifworks dataset import-peaks --help shows examples.");
  }
}
