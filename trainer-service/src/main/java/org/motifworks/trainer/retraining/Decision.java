package org.motifworks.trainer.retraining;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.motifworks.trainer.retraining.Trigger.Kind;

/**
 * Whether a series is to be trained again now, and what it waits for if not.
 *
 * @param why for people
 * @param next when it is looked at anew, where time alone may change the answer
 */
record Decision(State state, String why, Optional<Instant> next) {

  /** What a series without a cycle does. */
  enum State {
    IDLE,
    OFF,
    WAITING_FOR_DATASET,
    WAITING_FOR_QUIET,
    WAITING_FOR_RECORDS,
    WAITING_FOR_BUDGET,
    STARTING
  }

  static Decision of(RetrainingPolicy policy, Standing standing) {
    boolean person = standing.waiting().contains(Kind.PERSON);
    Optional<Instant> scheduled = Optional.empty();
    if (policy.enabled() && policy.every() != null) {
      scheduled = Optional.of(standing.scheduledFrom().plus(policy.every()));
    }
    if (!policy.enabled() && !person) {
      return new Decision(
          State.OFF, "The policy is off; a person may ask for a run.", Optional.empty());
    }
    if (standing.waiting().isEmpty()) {
      return new Decision(State.IDLE, "Nothing has asked for a run.", scheduled);
    }
    if (standing.dataset().isEmpty()) {
      return new Decision(
          State.WAITING_FOR_DATASET,
          "No dataset that is ready is called '" + policy.dataset() + "'.",
          Optional.empty());
    }
    if (!person) {
      Optional<Decision> wait = data(policy, standing);
      if (wait.isPresent()) return wait.get();
    }
    if (standing.runsToday() >= policy.runsPerDay()) {
      return new Decision(
          State.WAITING_FOR_BUDGET,
          "%d of %d runs of this day (UTC) have been started."
              .formatted(standing.runsToday(), policy.runsPerDay()),
          Optional.of(standing.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1))));
    }
    return new Decision(State.STARTING, "A run is about to begin.", Optional.empty());
  }

  /** What only data and the schedule have to wait for. */
  private static Optional<Decision> data(RetrainingPolicy policy, Standing standing) {
    Optional<Instant> quietAt = standing.newestData().map(at -> at.plus(policy.quiet()));
    if (quietAt.filter(at -> at.isAfter(standing.now())).isPresent()) {
      return Optional.of(
          new Decision(
              State.WAITING_FOR_QUIET,
              "More data may come: none may have come for " + policy.quiet() + ".",
              quietAt));
    }
    long needed = neededRecords(policy, standing);
    if (standing.newRecords() < needed) {
      return Optional.of(
          new Decision(
              State.WAITING_FOR_RECORDS,
              "%d new records have come, %d are waited for."
                  .formatted(Math.max(0, standing.newRecords()), needed),
              Optional.empty()));
    }
    return Optional.empty();
  }

  /** Drift does with any new data, but not with none: the same data would give the same model. */
  private static long neededRecords(RetrainingPolicy policy, Standing standing) {
    if (!standing.waiting().contains(Kind.DRIFT)) return policy.minimumNewRecords();
    boolean alone = standing.waiting().size() == 1;
    return alone ? 1 : Math.min(1, policy.minimumNewRecords());
  }
}
