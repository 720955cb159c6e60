package org.motifworks.inference;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.motifworks.core.scan.FilterScanner;

/** A first layer's feature maps of whole batches, by look-ups. For many threads. */
public final class LookUpScan {
  private final FirstLayer layer;
  private final InferencePool pool;
  private final Queue<FilterScanner> idle = new ConcurrentLinkedQueue<>();
  private final AtomicLong bytes = new AtomicLong();

  /** A scan with a model's first layer. */
  public LookUpScan(FirstLayer layer, InferencePool pool) {
    this.layer = layer;
    this.pool = pool;
  }

  /**
   * The largest activation of each filter.
   *
   * @param tokens A C G T N = 0..4, shape {@code [rows, window]}
   * @return shape {@code [rows, filters]}
   * @throws IllegalArgumentException for another token
   */
  public float[] maxima(byte[] tokens, int rows) {
    int filters = layer.tables().filters();
    float[] all = new float[rows * filters];
    each(
        rows,
        (scanner, first, end) -> {
          float[] maxima = new float[filters];
          int[] positions = new int[filters];
          for (int row = first; row < end; row++) {
            scanner.maxima(tokens, row * layer.window(), layer.window(), maxima, positions);
            System.arraycopy(maxima, 0, all, row * filters, filters);
          }
        });
    return all;
  }

  /**
   * The whole feature maps, before pooling.
   *
   * @param tokens as above
   * @return shape {@code [rows, filters, window]}
   * @throws IllegalArgumentException for another token
   */
  public float[] activations(byte[] tokens, int rows) {
    int window = layer.window();
    int cells = layer.tables().filters() * window;
    float[] all = new float[rows * cells];
    each(
        rows,
        (scanner, first, end) -> {
          for (int row = first; row < end; row++) {
            scanner.activations(tokens, row * window, window, all, row * cells);
          }
        });
    return all;
  }

  /** Bytes of working memory; the filters' tables are the layer's. */
  public long bytes() {
    return bytes.get();
  }

  private interface Work {
    void run(FilterScanner scanner, int first, int end);
  }

  private void each(int rows, Work work) {
    pool.each(
        (rows + Tail.PART - 1) / Tail.PART,
        part -> {
          FilterScanner free = idle.poll();
          FilterScanner scanner = free == null ? layer.scanner() : free;
          long before = free == null ? 0 : scanner.bytes();
          work.run(scanner, part * Tail.PART, Math.min(rows, (part + 1) * Tail.PART));
          bytes.addAndGet(scanner.bytes() - before);
          idle.add(scanner);
        });
  }
}
