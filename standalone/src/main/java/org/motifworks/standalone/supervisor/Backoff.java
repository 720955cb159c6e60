package org.motifworks.standalone.supervisor;

import java.time.Duration;

/**
 * Pauses before a restart: doubling from the first to the longest, the first again after a process
 * lived long enough to count as healthy.
 *
 * @param healthyAfter life of a process that forgives its past
 */
record Backoff(Duration first, Duration longest, Duration healthyAfter) {

  static final Backoff DEFAULT =
      new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofMinutes(1));

  /**
   * @param failures in a row, from 1
   */
  Duration pause(int failures) {
    Duration pause = first;
    for (int i = 1; i < failures && pause.compareTo(longest) < 0; i++) pause = pause.plus(pause);
    return pause.compareTo(longest) < 0 ? pause : longest;
  }

  /** How many failures in a row there are now that a process ended after {@code life}. */
  int failuresAfter(int failuresBefore, Duration life) {
    return life.compareTo(healthyAfter) >= 0 ? 1 : failuresBefore + 1;
  }
}
