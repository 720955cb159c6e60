package org.motifworks.gateway.relay;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Calls once when a count of bytes has not moved for a while. Not thread safe: one event loop. */
final class IdleWatch {

  private static final int LOOKS = 4;

  private final Vertx vertx;
  private final long allowedNanos;
  private final LongSupplier bytes;
  private final Runnable stoodStill;
  private long lastBytes = -1;
  private long lastMoved;
  private long timer = -1;

  IdleWatch(Vertx vertx, Duration allowed, LongSupplier bytes, Runnable stoodStill) {
    this.vertx = vertx;
    this.allowedNanos = allowed.toNanos();
    this.bytes = bytes;
    this.stoodStill = stoodStill;
  }

  void start() {
    lastMoved = System.nanoTime();
    long pause = Math.max(10, Duration.ofNanos(allowedNanos / LOOKS).toMillis());
    timer = vertx.setPeriodic(pause, id -> look());
  }

  void stop() {
    if (timer >= 0) vertx.cancelTimer(timer);
    timer = -1;
  }

  private void look() {
    long now = System.nanoTime();
    long count = bytes.getAsLong();
    if (count != lastBytes) {
      lastBytes = count;
      lastMoved = now;
    } else if (now - lastMoved >= allowedNanos) {
      stop();
      stoodStill.run();
    }
  }
}
