package org.motifworks.standalone.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * An experiment as trainer-service shows it.
 *
 * @param runs the newest of each architecture and trial; empty in lists
 */
public record ExperimentView(
    String id,
    String name,
    Optional<JsonNode> dataset,
    List<String> architectures,
    int trials,
    long seed,
    String state,
    Counts counts,
    Optional<Instant> createdAt,
    List<Run> runs) {

  private static final Set<String> GOING_ON = Set.of("QUEUED", "RUNNING", "INTERPRETING");

  public ExperimentView {
    dataset = Views.present(dataset);
    architectures = architectures == null ? List.of() : List.copyOf(architectures);
    runs = runs == null ? List.of() : List.copyOf(runs);
  }

  /** Runs by their state; interpreted are models. */
  public record Counts(
      int total,
      int queued,
      int running,
      int succeeded,
      int failed,
      int cancelled,
      int interpreted) {}

  /**
   * One of its runs.
   *
   * @param interpretation AWAITING, READY or FAILED, once it succeeded
   */
  public record Run(
      String id,
      String architecture,
      int trial,
      long seed,
      String state,
      Optional<RunView.Progress> progress,
      OptionalDouble auRoc,
      Optional<String> interpretation,
      OptionalDouble relevantMatchPercent,
      Optional<JsonNode> problem) {

    public Run {
      problem = Views.present(problem);
    }

    /** {@code cnn-25 trial 1}. */
    public String label() {
      return architecture + " trial " + trial;
    }

    /** Nothing more will be known of it. */
    public boolean isSettled() {
      boolean awaited = interpretation.filter("AWAITING"::equals).isPresent();
      return switch (state) {
        case "SUCCEEDED" -> !awaited;
        case "FAILED", "CANCELLED" -> true;
        default -> false;
      };
    }
  }

  public static ExperimentView of(JsonNode document) {
    return Views.read(document, ExperimentView.class);
  }

  public boolean hasEnded() {
    return !GOING_ON.contains(state);
  }

  public boolean hasSucceeded() {
    return state.equals("SUCCEEDED");
  }

  /** Whether some run ended without a model. */
  public boolean lacksRuns() {
    return counts.failed() + counts.cancelled() > 0;
  }

  public String datasetName() {
    return Views.name(dataset);
  }
}
