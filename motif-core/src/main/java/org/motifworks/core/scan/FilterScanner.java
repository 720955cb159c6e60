package org.motifworks.core.scan;

import java.util.Arrays;
import org.motifworks.core.architecture.Activation;
import org.motifworks.core.architecture.SamePadding;

/**
 * Scans sequences with a bank of filters. One sequence at a time into arrays of the caller; holds
 * the working memory of one thread.
 *
 * <p>Activations are those after batch norm and activation function, at stride 1 and "same"
 * padding: as many positions as nucleotides, equal to the network's own within 1e-5. The sums of a
 * position lie side by side over filters, so that the inner loops are additions of arrays: by the
 * vector module where the JVM was started with {@code --add-modules jdk.incubator.vector}.
 */
public final class FilterScanner {
  private static final int CHUNK = 256;

  private final FilterTables tables;
  private final Activation activation;
  private final RowKernel kernel;
  private final float[] best;
  private final float[] where;
  private int[] words = new int[0];
  private float[] sums = new float[0];

  /** A scanner for one thread. */
  public FilterScanner(FilterTables tables, Activation activation) {
    this(tables, activation, RowKernel.fastest());
  }

  FilterScanner(FilterTables tables, Activation activation, RowKernel kernel) {
    this.tables = tables;
    this.activation = activation;
    this.kernel = kernel;
    this.best = new float[tables.rowLength()];
    this.where = new float[tables.rowLength()];
  }

  /** Told of each position that fires. */
  public interface Hits {
    /**
     * A filter exceeds its threshold.
     *
     * @param position of the feature map, 0-based: the window begins {@code leftPad} before it
     */
    void hit(int filter, int position, float activation);
  }

  /**
   * The largest activation of each filter and where it lies first.
   *
   * @param tokens A C G T N = 0..4; the sequence is {@code [from, from + length)}
   * @param maxima one a filter, overwritten
   * @param positions likewise
   * @throws IllegalArgumentException for another token
   */
  public void maxima(byte[] tokens, int from, int length, float[] maxima, int[] positions) {
    read(tokens, from, length);
    Arrays.fill(maxima, 0, tables.filters(), Float.NEGATIVE_INFINITY);
    for (int first = 0; first < length; first += CHUNK) {
      int count = sum(first, Math.min(CHUNK, length - first));
      kernel.maxima(sums, tables.rowLength(), 0, count, best, where);
      for (int filter = 0; filter < tables.filters(); filter++) {
        if (best[filter] > maxima[filter]) {
          maxima[filter] = best[filter];
          positions[filter] = first + (int) where[filter];
        }
      }
    }
    // activations never fall as sums rise; but what ReLU cuts off lies equally high everywhere
    for (int filter = 0; filter < tables.filters(); filter++) {
      if (activation == Activation.RELU && maxima[filter] <= 0) positions[filter] = 0;
      maxima[filter] = activated(maxima[filter]);
    }
  }

  /**
   * Every position whose activation is greater than its filter's threshold, position by position.
   *
   * @throws IllegalArgumentException for a token that is none
   */
  public void above(byte[] tokens, int from, int length, float[] thresholds, Hits hits) {
    read(tokens, from, length);
    for (int first = 0; first < length; first += CHUNK) {
      int count = sum(first, Math.min(CHUNK, length - first));
      for (int i = 0; i < count; i++) {
        for (int filter = 0; filter < tables.filters(); filter++) {
          float value = activated(sums[i * tables.rowLength() + filter]);
          if (value > thresholds[filter]) hits.hit(filter, first + i, value);
        }
      }
    }
  }

  /**
   * The whole feature map.
   *
   * @param map shape {@code [filters, length]}, from index {@code at}
   * @throws IllegalArgumentException for a token that is none
   */
  public void activations(byte[] tokens, int from, int length, float[] map, int at) {
    pooled(tokens, from, length, 1, 1, map, at);
  }

  /**
   * The feature map after max-pooling with "same" padding.
   *
   * @param map shape {@code [filters, ⌈length / stride⌉]}, from index {@code at}
   * @throws IllegalArgumentException for a token that is none
   */
  public void pooled(
      byte[] tokens, int from, int length, int size, int stride, float[] map, int at) {
    pooled(tokens, from, length, size, stride, map, null, at);
  }

  /**
   * The same, with the position each value comes from: the first, where several are equal before
   * the activation.
   *
   * @param positions of the unpooled feature map, as {@code map}; null when not wanted
   */
  public void pooled(
      byte[] tokens,
      int from,
      int length,
      int size,
      int stride,
      float[] map,
      int[] positions,
      int at) {
    read(tokens, from, length);
    sum(0, length);
    SamePadding padding = SamePadding.of(length, size, stride);
    int windows = padding.outputLength();
    for (int window = 0; window < windows; window++) {
      int start = window * stride - padding.left();
      int first = Math.max(0, start);
      int end = Math.min(length, start + size);
      kernel.maxima(sums, tables.rowLength(), first, end, best, where);
      for (int filter = 0; filter < tables.filters(); filter++) {
        int cell = at + filter * windows + window;
        map[cell] = activated(best[filter]);
        if (positions != null) positions[cell] = first + (int) where[filter];
      }
    }
  }

  /** Row offsets of the word that begins at each position, from the first window's start. */
  private void read(byte[] tokens, int from, int length) {
    if (from < 0 || length < 1 || tokens.length - from < length) {
      throw new IllegalArgumentException(
          tokens.length + " tokens for " + length + " nt from index " + from);
    }
    int count = length + FilterTables.WORD * tables.count();
    if (words.length < count) words = new int[count];
    int word = FilterTables.WORDS - 1; // NNNN
    int left = tables.leftPad();
    for (int i = -FilterTables.WORD; i < count; i++) {
      int next = i + FilterTables.WORD - 1 - left; // the word's last letter
      int letter = next >= 0 && next < length ? tokens[from + next] : FilterTables.LETTERS - 1;
      if (letter < 0 || letter >= FilterTables.LETTERS) {
        throw new IllegalArgumentException("token " + letter + " at " + next + ", not 0 to 4");
      }
      word = word * FilterTables.LETTERS % FilterTables.WORDS + letter;
      if (i >= 0) words[i] = word * tables.rowLength();
    }
  }

  /** Rows of sums at {@code count} positions; returns that. */
  private int sum(int first, int count) {
    int values = Math.multiplyExact(count, tables.rowLength());
    if (sums.length < values) sums = new float[values];
    kernel.sums(tables, words, first, count, sums);
    return count;
  }

  private float activated(float sum) {
    if (activation == Activation.RELU) return Math.max(0, sum);
    if (activation == Activation.EXPONENTIAL) return (float) Math.exp(sum);
    return (float) (Math.max(0, sum) + Math.log1p(Math.exp(-Math.abs(sum)))); // no overflow
  }
}
