package org.motifworks.data.mat;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/**
 * Reads part {@code i + 1} in a thread of its own while the caller works on part {@code i}: at most
 * two parts are in use at a time, so two buffers in turn are enough.
 */
final class ReadAhead<T> implements AutoCloseable {

  private static final long LONGEST_END_SECONDS = 60;

  private final int parts;
  private final IntFunction<T> read;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(task -> new Thread(task, "read-ahead"));
  private Future<T> ahead;
  private int begun;

  /**
   * @param parts how often {@link #next()} will be called at most
   * @param read gives part {@code i}; called in ascending order, never twice at once
   */
  ReadAhead(int parts, IntFunction<T> read) {
    this.parts = parts;
    this.read = read;
    begin();
  }

  private void begin() {
    int part = begun++;
    if (part < parts) ahead = thread.submit(() -> read.apply(part));
  }

  /** The next part; what reading it throws is thrown here. */
  T next() {
    try {
      T part = ahead.get();
      begin();
      return part;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) throw cause;
      if (e.getCause() instanceof Error cause) throw cause;
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while a file is read");
    }
  }

  /** Returns once nothing is read any more, so that the file may be closed. */
  @Override
  public void close() {
    thread.shutdown();
    if (ahead != null) ahead.cancel(false);
    try {
      if (!thread.awaitTermination(LONGEST_END_SECONDS, TimeUnit.SECONDS)) thread.shutdownNow();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      thread.shutdownNow();
    }
  }
}
