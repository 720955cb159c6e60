package org.motifworks.standalone.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.motifworks.contracts.json.Json;
import org.motifworks.core.architecture.ArchitectureException;
import org.motifworks.core.architecture.TrainingPresets;
import picocli.CommandLine.Option;

/** How to train; what is not given is the service's default. */
final class TrainingOptions {

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      description = "paper-code (the default) or paper-text.")
  private String preset;

  @Option(names = "--epochs", paramLabel = "N", description = "At most so many epochs.")
  private Integer epochs;

  @Option(
      names = "--reverse-complement",
      description = "Reads training sequences from either strand, drawn anew each epoch.")
  private boolean reverseComplement;

  @Option(
      names = "--class-weights",
      paramLabel = "balanced|N,N...",
      description =
          "What a positive of each class counts in training: numbers in the order of the classes,"
              + " or balanced (negatives over positives).")
  private String classWeights;

  @Option(
      names = "--schedule",
      paramLabel = "none|reduce-on-plateau|cosine",
      description = "How the learning rate changes. Default: not at all.")
  private String schedule;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description =
          "Any other setting of training, such as learningRate=0.002, beta1, batchSize, patience"
              + " or l2. May be given several times.")
  private Map<String, String> others = new LinkedHashMap<>();

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The same seed gives the same model. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads of this run; changes the last digits. Default: 1.")
  private Integer threads;

  long seed() {
    return seed;
  }

  /**
   * Completes the request.
   *
   * @throws CommandFailure when a value cannot be used
   */
  void addTo(ObjectNode request) {
    addTo(request, preset, epochs, seed);
    if (threads != null) request.put("threads", threads);
    ObjectNode training = request.withObjectProperty("training");
    others.forEach((name, value) -> training.set(name, value(value)));
    if (reverseComplement) training.put("reverseComplement", true);
    if (classWeights != null) {
      training.set(
          "classWeights",
          classWeights.matches("[0-9].*") ? value("[" + classWeights + "]") : value(classWeights));
    }
    if (schedule != null) training.put("learningRateSchedule", schedule);
    check(training);
    if (training.isEmpty()) request.remove("training");
  }

  static void addTo(ObjectNode request, String preset, Integer epochs, long seed) {
    if (preset != null || epochs != null) {
      ObjectNode training = request.putObject("training");
      if (preset != null) training.put("preset", preset);
      if (epochs != null) training.put("maximumEpochs", epochs);
    }
    request.put("seed", seed);
  }

  /** A number, a list, true or false as such; anything else is a name. */
  private static JsonNode value(String text) {
    try {
      return Json.mapper().readTree(text);
    } catch (JsonProcessingException e) {
      return TextNode.valueOf(text);
    }
  }

  /** Here already, so that a slip costs no round trip. */
  private static void check(ObjectNode training) {
    try {
      TrainingPresets.withOverrides(training);
    } catch (ArchitectureException e) {
      throw new CommandFailure(
          ExitCode.USAGE, "A training setting that cannot be used", e.getMessage(), "");
    }
  }
}
