package org.motifworks.kit.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import org.motifworks.kit.problem.Problem;

/**
 * One piece of long work as its row says.
 *
 * @param progress what the handler saved last; a later attempt may resume from it
 * @param problem why it failed, as problem details
 * @param attempts how often it was claimed
 * @param lostWorkers how often its worker went silent; three end it
 * @param fence number of the latest claim, from 1; outputs go under it
 * @param worker who holds it, or held it last
 * @param version rises with every change of state
 * @param traceparent of the trace that asked for it
 */
public record Job(
    String id,
    String kind,
    JobState state,
    JsonNode payload,
    Optional<JsonNode> progress,
    Optional<JsonNode> result,
    Optional<JsonNode> problem,
    Optional<String> cancelReason,
    int attempts,
    int lostWorkers,
    long fence,
    Optional<String> worker,
    Instant createdAt,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt,
    long version,
    Optional<String> traceparent) {

  /** {@link #problem} as it was thrown. */
  public Optional<Problem> failure() {
    return problem.map(Problem::fromJson);
  }
}
