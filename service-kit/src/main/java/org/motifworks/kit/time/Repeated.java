package org.motifworks.kit.time;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Does something again and again on a thread of its own; what fails is tried at the next turn. */
public final class Repeated implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Repeated.class);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Duration pause;
  private final Runnable work;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;

  /**
   * @param name of the thread
   * @param pause between the end of one turn and the next
   */
  public Repeated(String name, Duration pause, Runnable work) {
    this.pause = pause;
    this.work = work;
    this.thread = new Thread(this::run, name);
    this.thread.setDaemon(true);
  }

  /** The first turn is at once. */
  public void start() {
    thread.start();
  }

  /** Ends after the turn under way, 20 s at most. */
  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join(PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      do {
        turn();
      } while (!closing.await(pause.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void turn() {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.warnf("%s failed, again in %s: %s", thread.getName(), pause, e);
    }
  }
}
