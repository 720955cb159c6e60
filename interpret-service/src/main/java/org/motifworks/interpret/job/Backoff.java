package org.motifworks.interpret.job;

/** Waits longer after each failure, up to half a minute; not safe for several threads. */
final class Backoff {
  private static final long FIRST_MILLIS = 500;
  private static final long LONGEST_MILLIS = 30_000;

  private long next = FIRST_MILLIS;

  /** How long the next wait is. */
  long millis() {
    return next;
  }

  void await() throws InterruptedException {
    Thread.sleep(next);
    next = Math.min(2 * next, LONGEST_MILLIS);
  }
}
