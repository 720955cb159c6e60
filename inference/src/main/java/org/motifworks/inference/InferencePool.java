package org.motifworks.inference;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The threads that share the work of a batch, the calling one among them: it need not wait for
 * others to wake up, nor for any that are busy with another batch. Each takes a part of the
 * sequences all the way, and ONNX Runtime computes in the thread that calls it: nothing waits for
 * the slowest at every layer. Idle threads end by themselves.
 */
public final class InferencePool {
  private final int threads;
  private final ForkJoinPool pool;

  /**
   * A pool.
   *
   * @param threads that work on one batch at most, its caller among them; as many callers at once
   *     share one thread less of the pool
   */
  public InferencePool(int threads) {
    this.threads = threads;
    this.pool = new ForkJoinPool(Math.max(1, threads - 1));
  }

  /** One part of the work. */
  interface Part<E extends Exception> {
    void run(int part) throws E;
  }

  /** Runs all parts; the first error, when all have ended. */
  <E extends Exception> void each(int parts, Part<E> work) throws E {
    AtomicInteger next = new AtomicInteger();
    CountDownLatch open = new CountDownLatch(parts);
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Runnable share =
        () -> {
          for (int part = next.getAndIncrement(); part < parts; part = next.getAndIncrement()) {
            try {
              work.run(part);
            } catch (Throwable e) {
              failure.compareAndSet(null, e);
            } finally {
              open.countDown();
            }
          }
        };
    for (int i = 1; i < Math.min(parts, threads); i++) pool.execute(share);
    share.run();
    await(open);
    Throwable thrown = failure.get();
    if (thrown instanceof Error error) throw error;
    if (thrown != null) {
      @SuppressWarnings("unchecked") // nothing but E and what is unchecked can be thrown
      E exception = (E) thrown;
      throw exception;
    }
  }

  /** Parts that run in other threads use the caller's arrays: it must not go before they end. */
  private static void await(CountDownLatch open) {
    boolean interrupted = false;
    while (true) {
      try {
        open.await();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) Thread.currentThread().interrupt();
  }

  /** A session that computes in the calling thread. */
  static OrtSession open(byte[] graph) throws OrtException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setDeterministicCompute(true);
      return OrtEnvironment.getEnvironment().createSession(graph, options);
    }
  }
}
