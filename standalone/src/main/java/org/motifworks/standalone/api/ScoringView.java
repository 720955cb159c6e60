package org.motifworks.standalone.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A bulk scoring as data-service shows it.
 *
 * @param progress in bytes
 * @param result once it has succeeded
 */
public record ScoringView(
    String id,
    String state,
    Request request,
    Optional<Instant> createdAt,
    Progress progress,
    Optional<Result> result,
    Optional<JsonNode> problem) {

  private static final Set<String> ENDED = Set.of("SUCCEEDED", "FAILED", "CANCELLED");

  public ScoringView {
    problem = Views.present(problem);
  }

  /** What was asked for. */
  public record Request(
      String model, Optional<String> sequences, Optional<String> regions, Optional<String> genome) {

    /** The file that has a row for each of its entries. */
    public String file() {
      return sequences.or(() -> regions).orElse("");
    }
  }

  /** How far it is. */
  public record Progress(long done, long total) {}

  /**
   * What it came to.
   *
   * @param failed of the sequences, could not be scored
   * @param filledUp windows that were filled up with N
   */
  public record Result(String model, long sequences, long failed, long filledUp) {}

  public static ScoringView of(JsonNode document) {
    return Views.read(document, ScoringView.class);
  }

  public boolean hasSucceeded() {
    return state.equals("SUCCEEDED");
  }

  public boolean hasEnded() {
    return ENDED.contains(state);
  }
}
