package org.motifworks.interpret.score;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Reads items on another thread, a bounded number of items and nucleotides ahead: parsing goes on
 * while the model runs, and a batch is whatever has arrived, so that a slow sender sees each result
 * at once and a fast one gets full batches.
 */
final class ReadAhead implements AutoCloseable {
  private static final int ITEMS = 1024;
  private static final int NUCLEOTIDES = 1 << 23;
  private static final ScoreItem END =
      new ScoreItem(Optional.empty(), Optional.empty(), Optional.empty());

  private final ScoreInput input;
  private final BlockingQueue<ScoreItem> queue = new ArrayBlockingQueue<>(ITEMS);
  private final Semaphore room = new Semaphore(NUCLEOTIDES);
  private volatile boolean closed;
  private volatile Throwable failure;

  ReadAhead(ScoreInput input, Executor executor) {
    this.input = input;
    executor.execute(this::read);
  }

  /**
   * Waits for an item and takes what else is there, up to {@code most}; false at the end.
   *
   * @throws IOException when the sender went away
   */
  boolean take(List<ScoreItem> into, int most) throws IOException, InterruptedException {
    ScoreItem first = queue.take();
    if (first != END) {
      into.add(first);
      queue.drainTo(into, most - 1);
    }
    into.forEach(item -> room.release(weight(item)));
    int end = first == END ? 0 : into.indexOf(END);
    if (end < 0) return true;
    if (first != END) into.remove(end);
    if (failure != null) throw new IOException("the input broke off", failure);
    return false;
  }

  /** Stops reading; the reader's thread ends at its next item. */
  @Override
  public void close() throws IOException {
    closed = true;
    queue.clear();
    input.close();
  }

  private void read() {
    try {
      for (Optional<ScoreItem> item = input.next(); item.isPresent(); item = input.next()) {
        if (closed) return;
        put(item.get());
      }
    } catch (IOException | RuntimeException e) {
      failure = e;
    } catch (InterruptedException e) {
      failure = e;
      Thread.currentThread().interrupt();
    }
    end();
  }

  /** Waits for room, but not for ever: nobody may be left to make it. */
  private void put(ScoreItem item) throws InterruptedException {
    while (!closed && !room.tryAcquire(weight(item), 1, TimeUnit.SECONDS)) {
      Thread.onSpinWait();
    }
    while (!closed && !queue.offer(item, 1, TimeUnit.SECONDS)) {
      Thread.onSpinWait();
    }
  }

  /** What an item counts for; the longest waits until nothing else is there. */
  private static int weight(ScoreItem item) {
    return item.tokens().map(tokens -> Math.min(tokens.length, NUCLEOTIDES)).orElse(0);
  }

  private void end() {
    try {
      put(END);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
