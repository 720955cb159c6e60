package org.motifworks.data.job;

import java.time.Duration;
import java.util.function.Supplier;
import org.motifworks.kit.job.JobContext;

/**
 * Shows progress while files are hashed, which cannot say how far it is. For half an hour at most:
 * a store that hangs must still cost the job its lease.
 */
public final class KeptAlive {

  private static final Duration EVERY = Duration.ofSeconds(5);
  private static final int MOST_TIMES = 360;

  private KeptAlive() {}

  /** The result of {@code hashing}. */
  public static <T> T during(JobContext context, Supplier<T> hashing) {
    Thread thread = new Thread(() -> beat(context), "hashing-" + context.id());
    thread.setDaemon(true);
    thread.start();
    try {
      return hashing.get();
    } finally {
      thread.interrupt();
    }
  }

  private static void beat(JobContext context) {
    try {
      for (int i = 0; i < MOST_TIMES; i++) {
        context.alive();
        Thread.sleep(EVERY.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the hashing is done
    }
  }
}
