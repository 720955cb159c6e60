package org.motifworks.kit.health;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A loop on a thread of its own that says at each turn that it turns. One whose thread has ended
 * though nobody closed it, or that has not turned for longer than its work can take, is in trouble,
 * and no catch within it can tell.
 */
public final class Loop {

  private final Duration longestTurn;
  private final Thread thread;
  private volatile long turnedAt;
  private volatile boolean started;
  private volatile boolean closing;

  /**
   * @param name of the thread
   * @param longestTurn more than the time-outs of one turn together; a pause of the process, which
   *     may outlast a lease, is none of its business
   * @param body is to call {@link #turned()} at each turn
   */
  public Loop(String name, Duration longestTurn, Consumer<Loop> body) {
    this.longestTurn = longestTurn;
    this.thread = new Thread(() -> body.accept(this), name);
    this.thread.setDaemon(true);
  }

  public void start() {
    turned();
    started = true;
    thread.start();
  }

  /** A turn has begun or got on; cheap. */
  public void turned() {
    turnedAt = System.nanoTime();
  }

  /** From now on its end is no trouble. */
  public void closing() {
    closing = true;
  }

  /** Interrupts the thread, as a body may want to be told. */
  public void interrupt() {
    thread.interrupt();
  }

  /** Waits for its end; whether it has ended. */
  public boolean join(Duration longest) throws InterruptedException {
    closing();
    thread.join(Math.max(1, longest.toMillis()));
    return !thread.isAlive();
  }

  public String name() {
    return thread.getName();
  }

  /** Why this process should rather be started again; empty while all is well. */
  public Optional<String> trouble() {
    if (!started || closing) return Optional.empty();
    if (!thread.isAlive()) return Optional.of("has ended");
    Duration still = sinceTurn();
    if (still.compareTo(longestTurn) <= 0) return Optional.empty();
    return Optional.of(
        "has not turned for %d s, %d s at most"
            .formatted(still.toSeconds(), longestTurn.toSeconds()));
  }

  /** How long ago it turned last. */
  public Duration sinceTurn() {
    return Duration.ofNanos(System.nanoTime() - turnedAt);
  }
}
