package org.motifworks.standalone.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * A dataset as data-service shows it.
 *
 * @param window nt
 * @param classes their names, or objects with a {@code name}
 * @param problem why it failed
 */
public record DatasetView(
    String id,
    String name,
    String state,
    Optional<Instant> createdAt,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt,
    Optional<Progress> progress,
    Optional<JsonNode> classes,
    Optional<Integer> window,
    Optional<Counts> counts,
    Optional<JsonNode> warnings,
    Optional<JsonNode> problem) {

  public DatasetView {
    classes = Views.present(classes);
    warnings = Views.present(warnings);
    problem = Views.present(problem);
  }

  /** Records made, of all. */
  public record Progress(long done, long total) {}

  /** Sequences a split. */
  public record Counts(long train, long validation, long test) {

    public long total() {
      return train + validation + test;
    }
  }

  public static DatasetView of(JsonNode document) {
    return Views.read(document, DatasetView.class);
  }

  public boolean isReady() {
    return state.equals("READY");
  }

  public boolean hasEnded() {
    return !state.equals("REQUESTED") && !state.equals("BUILDING");
  }
}
