package org.motifworks.trainer.retraining;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * One way from a dataset to a judged model.
 *
 * @param policy as it was when the cycle began
 * @param version of the model in the series, once it is one
 * @param problem why it failed, as problem details
 */
record Cycle(
    String id,
    String series,
    String datasetId,
    RetrainingPolicy policy,
    State state,
    Optional<String> runId,
    Optional<Integer> version,
    Optional<String> judgementId,
    Optional<JsonNode> problem,
    Instant startedAt,
    Optional<Instant> endedAt) {

  /** Where it is; the last three are ends. */
  enum State {
    /** That no held-out sequence of the series is in the training split. */
    CHECKING,
    TRAINING,
    INTERPRETING,
    JUDGING,
    PROMOTED,
    REJECTED,
    FAILED;

    boolean isEnd() {
      return compareTo(PROMOTED) >= 0;
    }
  }
}
