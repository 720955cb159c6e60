package org.motifworks.kit.time;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.motifworks.kit.health.Loop;

/** Does something again and again on a thread of its own; what fails is tried at the next turn. */
public final class Repeated implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Repeated.class);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Several transactions that end by their time-out (60 s). */
  private static final Duration LONGEST_WORK = Duration.ofMinutes(5);

  private final Duration pause;
  private final Runnable work;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Loop loop;

  /**
   * @param name of the thread
   * @param pause between the end of one turn and the next
   */
  public Repeated(String name, Duration pause, Runnable work) {
    this.pause = pause;
    this.work = work;
    this.loop = new Loop(name, pause.plus(LONGEST_WORK), turning -> run());
  }

  /** The first turn is at once. */
  public void start() {
    loop.start();
  }

  /** Whether it is still done again. */
  public Loop loop() {
    return loop;
  }

  /** Ends after the turn under way, 20 s at most. */
  @Override
  public void close() {
    loop.closing();
    closing.countDown();
    try {
      loop.join(PATIENCE);
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
    loop.turned();
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.warnf("%s failed, again in %s: %s", loop.name(), pause, e);
    }
    loop.turned();
  }
}
