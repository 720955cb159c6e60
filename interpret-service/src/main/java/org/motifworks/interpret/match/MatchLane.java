package org.motifworks.interpret.match;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.motifworks.interpret.config.MatchingConfig;
import org.motifworks.kit.problem.Problem;

/**
 * Where requests are matched: a bounded number at a time, on at most half of the processors, so
 * that scoring always has the other half.
 *
 * <p>Matching cannot be stopped half way. Who waited too long is told so, and the place stays taken
 * until the work has really ended; how long that can be is bounded by {@link MatchLimits}.
 */
@ApplicationScoped
public class MatchLane {
  private final int atOnce;
  private final Duration timeout;
  private final Semaphore places;
  private final ForkJoinPool pool =
      new ForkJoinPool(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
  private final Timer timer;

  @Inject
  MatchLane(MatchingConfig config, MeterRegistry metrics) {
    this(config.atOnce(), config.timeout(), metrics);
  }

  MatchLane(int atOnce, Duration timeout, MeterRegistry metrics) {
    this.atOnce = atOnce;
    this.timeout = timeout;
    this.places = new Semaphore(atOnce);
    this.timer =
        Timer.builder("motifworks.matching").description("Matching of requests").register(metrics);
  }

  /**
   * Runs work here and waits for it. Parallel streams in it stay in this lane.
   *
   * @throws Problem {@code match.busy} (429), {@code match.timeout} (503), and what the work throws
   */
  public <T> T run(Callable<T> work) {
    if (!places.tryAcquire()) throw busy();
    ForkJoinTask<T> task;
    try {
      task = pool.submit(() -> timed(work));
    } catch (RuntimeException e) {
      places.release();
      throw e;
    }
    try {
      return task.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw tooLong();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw tooLong().causedBy(e);
    } catch (ExecutionException e) {
      throw cause(e);
    }
  }

  private <T> T timed(Callable<T> work) throws Exception {
    try {
      return timer.recordCallable(work);
    } finally {
      places.release();
    }
  }

  @PreDestroy
  void stop() {
    pool.shutdownNow();
  }

  /** A pool wraps what its work threw, sometimes twice. */
  private static RuntimeException cause(ExecutionException thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null && !(cause instanceof Problem)) cause = cause.getCause();
    return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
  }

  private Problem busy() {
    return new Problem(
        429,
        "match.busy",
        "Too many matchings at once",
        atOnce + " requests are being matched, which is as many as are let in.",
        "Try again in a few seconds.");
  }

  private Problem tooLong() {
    return new Problem(
        503,
        "match.timeout",
        "A matching that took too long",
        "It was not done after " + timeout.toSeconds() + " s.",
        "Send fewer motifs, or use ./motifworks match, which has no limit.");
  }
}
