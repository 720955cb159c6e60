package org.motifworks.inference;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The threads that share the work of a batch. Each takes a part of the sequences all the way, and
 * ONNX Runtime computes in the thread that calls it: nothing waits for the slowest at every layer.
 * Idle threads end by themselves.
 */
public final class InferencePool {
  private final ForkJoinPool pool;

  /** A pool of at most that many threads. */
  public InferencePool(int threads) {
    this.pool = new ForkJoinPool(threads);
  }

  /** One part of the work. */
  interface Part<E extends Exception> {
    void run(int part) throws E;
  }

  /** Runs all parts, a single one in the calling thread; the first error, when all have ended. */
  <E extends Exception> void each(int parts, Part<E> work) throws E {
    if (parts == 1) {
      work.run(0);
      return;
    }
    AtomicReference<Exception> failure = new AtomicReference<>();
    List<ForkJoinTask<?>> tasks = new ArrayList<>(parts);
    for (int i = 0; i < parts; i++) {
      int part = i;
      tasks.add(
          pool.submit(
              () -> {
                try {
                  work.run(part);
                } catch (Exception e) {
                  failure.compareAndSet(null, e);
                }
              }));
    }
    tasks.forEach(ForkJoinTask::quietlyJoin);
    tasks.forEach(ForkJoinTask::join); // rethrows errors
    if (failure.get() != null) {
      @SuppressWarnings("unchecked") // nothing but E and what is unchecked can be thrown
      E thrown = (E) failure.get();
      throw thrown;
    }
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
