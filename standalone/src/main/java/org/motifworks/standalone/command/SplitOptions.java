package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.motifworks.contracts.json.Json;
import picocli.CommandLine.Option;

/** How sequences are divided into training, validation and test. */
final class SplitOptions {

  @Option(
      names = "--split",
      paramLabel = "seed|chromosome",
      defaultValue = "seed",
      description = "At random from a seed, or by the chromosome in the ids. Default: seed.")
  private String by;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of the random split. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--fractions",
      paramLabel = "F",
      split = ",",
      defaultValue = "0.7,0.1,0.2",
      description = "Shares of training, validation, test. Default: ${DEFAULT-VALUE}.")
  private List<Double> fractions;

  @Option(
      names = "--validation",
      paramLabel = "CHR",
      split = ",",
      description = "Chromosomes to validate on.")
  private List<String> validation = List.of();

  @Option(
      names = "--test",
      paramLabel = "CHR",
      split = ",",
      description = "Chromosomes to test on.")
  private List<String> test = List.of();

  /**
   * @throws CommandFailure when the options do not go together
   */
  ObjectNode json() {
    ObjectNode split = Json.mapper().createObjectNode().put("by", by);
    if (by.equals("seed")) {
      if (fractions.size() != 3) {
        throw usage("--fractions takes three shares", "Such as 0.7,0.1,0.2.");
      }
      split.put("seed", seed);
      ArrayNode shares = split.putArray("fractions");
      fractions.forEach(shares::add);
      return split;
    }
    if (!by.equals("chromosome")) {
      throw usage("--split takes 'seed' or 'chromosome'", "It was '" + by + "'.");
    }
    if (validation.isEmpty() || test.isEmpty()) {
      throw usage("Which chromosomes are held out?", "Give --validation CHR and --test CHR.");
    }
    ArrayNode forValidation = split.putArray("validation");
    validation.forEach(forValidation::add);
    ArrayNode forTest = split.putArray("test");
    test.forEach(forTest::add);
    return split;
  }

  private static CommandFailure usage(String title, String detail) {
    return new CommandFailure(ExitCode.USAGE, title, detail, "");
  }
}
