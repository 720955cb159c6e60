package org.motifworks.trainer.retraining;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.motifworks.trainer.dataset.DatasetName;

/**
 * The retraining of a series as the API shows it.
 *
 * @param state a cycle's while one is under way, else what is waited for
 * @param why for people
 * @param next when time alone may change the state
 * @param lastTrigger served or not
 * @param waitingTriggers those the next run will serve
 * @param runsToday since midnight UTC
 * @param cycles newest first, the last twenty
 */
public record RetrainingView(
    String series,
    String state,
    String why,
    Optional<Instant> next,
    Optional<Trigger> lastTrigger,
    int waitingTriggers,
    int runsToday,
    Optional<RetrainingPolicy> policy,
    List<CycleView> cycles) {

  /**
   * A cycle as the API shows it.
   *
   * @param run its id, which is the model's too
   * @param reasons the rules a rejected model broke
   * @param problem why it failed
   */
  public record CycleView(
      String id,
      Cycle.State state,
      DatasetName dataset,
      Optional<String> run,
      Optional<Integer> version,
      Optional<String> judgement,
      List<String> reasons,
      Optional<JsonNode> problem,
      List<Trigger> triggers,
      Instant startedAt,
      Optional<Instant> endedAt) {}
}
