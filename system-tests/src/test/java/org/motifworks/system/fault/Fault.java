package org.motifworks.system.fault;

import java.time.Duration;

/**
 * One fault of a schedule.
 *
 * @param at since the schedule began
 * @param lasts of what ends by itself: a pause, a full or stalled disk, a wrong clock; else zero
 */
record Fault(Kind kind, Target target, Duration at, Duration lasts) {

  /** What happens. */
  enum Kind {
    /** SIGKILL. */
    KILL,
    /** SIGSTOP, then SIGCONT after the lease of whoever is paused has run out. */
    PAUSE,
    /** Records that are no events, and sequences that are none. */
    POISON,
    /** Facts told before are told again, in another order. */
    REPLAY,
    /** The disk of the artifacts has no room. */
    FULL_DISK,
    /** It takes no byte, so that whoever writes to it waits: as slow as a disk can be. */
    STALLED_DISK,
    /** All clocks are 90 s ahead, then right again. */
    CLOCK_STEP
  }

  /** What it happens to; that of the others is their topic, disk or clock. */
  enum Target {
    DATA("data-service"),
    TRAINER("trainer-service"),
    SECOND_TRAINER("second trainer"),
    /** A training attempt, whoever started it. */
    WORKER("worker"),
    INTERPRET("interpret-service"),
    SECOND_INTERPRET("second interpret-service"),
    GATEWAY("gateway"),
    KAFKA("kafka"),
    POSTGRES("postgres"),
    /** The database's server alone, without the process that started it. */
    POSTGRES_SERVER("postgres server"),
    TOPICS("topics"),
    CLOCK("clock"),
    ARTIFACTS("artifacts");

    private final String label;

    Target(String label) {
      this.label = label;
    }

    /** A process's name in the system's status, or what people call it. */
    String label() {
      return label;
    }
  }

  @Override
  public String toString() {
    String length = lasts.isZero() ? "" : " for " + lasts.toMillis() + " ms";
    return kind + " " + target.label() + " at " + at.toMillis() + " ms" + length;
  }
}
