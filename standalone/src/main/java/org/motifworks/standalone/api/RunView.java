package org.motifworks.standalone.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A training run as trainer-service shows it.
 *
 * @param attempts training processes it took so far
 */
public record RunView(
    String id,
    Optional<JsonNode> dataset,
    Optional<JsonNode> architecture,
    long seed,
    String state,
    Optional<Instant> createdAt,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt,
    int attempts,
    Optional<Progress> progress,
    Optional<JsonNode> problem) {

  private static final Set<String> ENDED = Set.of("SUCCEEDED", "FAILED", "CANCELLED");

  public RunView {
    dataset = Views.present(dataset);
    architecture = Views.present(architecture);
    problem = Views.present(problem);
  }

  /** How far training is; losses are means a label. */
  public record Progress(
      int epoch,
      int epochs,
      Optional<Integer> bestEpoch,
      Optional<Double> validationLoss,
      Optional<Double> bestValidationLoss,
      Optional<Double> secondsPerEpoch,
      Optional<String> phase) {}

  public static RunView of(JsonNode document) {
    return Views.read(document, RunView.class);
  }

  public boolean hasSucceeded() {
    return state.equals("SUCCEEDED");
  }

  public boolean hasEnded() {
    return ENDED.contains(state);
  }

  public String architectureName() {
    return Views.name(architecture);
  }

  public String datasetName() {
    return Views.name(dataset);
  }
}
