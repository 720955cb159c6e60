package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import picocli.CommandLine.Option;

/** How long windows of a genome are, and which chromosomes are held out. */
final class WindowOptions {

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
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of the negatives. Default: ${DEFAULT-VALUE}.")
  private long seed;

  void putInto(ObjectNode source) {
    source.put("window", window);
    ObjectNode split = source.putObject("split").put("by", "chromosome");
    validation.forEach(split.putArray("validation")::add);
    test.forEach(split.putArray("test")::add);
    split.put("seed", seed);
  }
}
