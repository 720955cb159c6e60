package org.motifworks.standalone.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.motifworks.contracts.json.Json;

/**
 * Which experiment.
 *
 * @param sequences of 200 nt
 * @param architecture a preset's name
 * @param epochs at most; the preset's number when absent
 * @param seed of data and training
 */
public record DemoSettings(
    int sequences, String architecture, Optional<Integer> epochs, long seed) {

  private static final int LENGTH = 200;

  /** {@code demo-25000-seed-1}: equal settings, equal data, equal name. */
  public String datasetName() {
    return "demo-" + sequences + "-seed-" + seed;
  }

  /** {@code cnn-25-25000-seed-1}, with the epochs when they are limited. */
  public String runName() {
    String limited = epochs.map(n -> "-epochs-" + n).orElse("");
    return architecture + "-" + sequences + "-seed-" + seed + limited;
  }

  /** What is asked of {@code POST /v1/datasets}. */
  public ObjectNode datasetRequest() {
    ObjectNode request = Json.mapper().createObjectNode().put("name", datasetName());
    request
        .putObject("source")
        .put("kind", "simulation")
        .put("sequences", sequences)
        .put("length", LENGTH)
        .put("spacers", "code")
        .put("seed", seed);
    return request;
  }

  ObjectNode runRequest(String datasetId) {
    ObjectNode request = Json.mapper().createObjectNode();
    request.put("dataset", datasetId).put("architecture", architecture).put("seed", seed);
    epochs.ifPresent(n -> request.putObject("training").put("maximumEpochs", n));
    return request;
  }
}
