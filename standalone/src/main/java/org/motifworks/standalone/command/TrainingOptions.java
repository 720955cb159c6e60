package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
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

  void addTo(ObjectNode request) {
    addTo(request, preset, epochs, seed);
    if (threads != null) request.put("threads", threads);
  }

  static void addTo(ObjectNode request, String preset, Integer epochs, long seed) {
    if (preset != null || epochs != null) {
      ObjectNode training = request.putObject("training");
      if (preset != null) training.put("preset", preset);
      if (epochs != null) training.put("maximumEpochs", epochs);
    }
    request.put("seed", seed);
  }
}
