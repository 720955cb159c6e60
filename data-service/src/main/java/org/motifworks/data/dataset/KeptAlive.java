package org.motifworks.data.dataset;

import java.time.Duration;
import org.motifworks.kit.job.JobContext;

/**
 * Shows progress while files are hashed, which cannot say how far it is. For half an hour at most:
 * a store that hangs must still cost the job its lease.
 */
final class KeptAlive implements AutoCloseable {

  private static final Duration EVERY = Duration.ofSeconds(5);
  private static final int MOST_TIMES = 360;

  private final Thread thread;

  KeptAlive(JobContext context) {
    this.thread = new Thread(() -> run(context), "hashing-" + context.id());
    thread.setDaemon(true);
    thread.start();
  }

  private static void run(JobContext context) {
    try {
      for (int i = 0; i < MOST_TIMES; i++) {
        context.alive();
        Thread.sleep(EVERY.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
