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
 * position lie side by side over filters, so that the inner loops are plain additions of arrays,
 * which the JVM turns into vector instructions.
 */
public final class FilterScanner {
  private final FilterTables tables;
  private final Activation activation;
  private final float[] start;
  private final float[] sums;
  private int[] words = new int[0];

  /** A scanner for one thread. */
  public FilterScanner(FilterTables tables, Activation activation) {
    this.tables = tables;
    this.activation = activation;
    this.start = tables.start();
    this.sums = new float[tables.rowLength()];
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
    for (int position = 0; position < length; position++) {
      sum(position);
      for (int filter = 0; filter < tables.filters(); filter++) {
        if (sums[filter] > maxima[filter]) {
          maxima[filter] = sums[filter];
          positions[filter] = position;
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
    for (int position = 0; position < length; position++) {
      sum(position);
      for (int filter = 0; filter < tables.filters(); filter++) {
        float value = activated(sums[filter]);
        if (value > thresholds[filter]) hits.hit(filter, position, value);
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
    read(tokens, from, length);
    for (int position = 0; position < length; position++) {
      sum(position);
      for (int filter = 0; filter < tables.filters(); filter++) {
        map[at + filter * length + position] = activated(sums[filter]);
      }
    }
  }

  /**
   * The feature map after max-pooling with "same" padding.
   *
   * @param map shape {@code [filters, ⌈length / stride⌉]}, from index {@code at}
   * @throws IllegalArgumentException for a token that is none
   */
  public void pooled(
      byte[] tokens, int from, int length, int size, int stride, float[] map, int at) {
    read(tokens, from, length);
    SamePadding padding = SamePadding.of(length, size, stride);
    int windows = padding.outputLength();
    int end = at + tables.filters() * windows;
    Arrays.fill(map, at, end, Float.NEGATIVE_INFINITY);
    for (int position = 0; position < length; position++) {
      sum(position);
      int last = Math.min(windows - 1, (position + padding.left()) / stride);
      int first = Math.max(0, Math.floorDiv(position + padding.left() - size, stride) + 1);
      for (int window = first; window <= last; window++) {
        for (int filter = 0; filter < tables.filters(); filter++) {
          int cell = at + filter * windows + window;
          if (sums[filter] > map[cell]) map[cell] = sums[filter];
        }
      }
    }
    for (int cell = at; cell < end; cell++) map[cell] = activated(map[cell]);
  }

  /** Row offsets of the word that begins at each position, from the first window's start. */
  private void read(byte[] tokens, int from, int length) {
    if (from < 0 || length < 1 || tokens.length - from < length) {
      throw new IllegalArgumentException(
          tokens.length + " tokens for " + length + " nt from index " + from);
    }
    int count = length + FilterTables.WORD * tables.tables().length;
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

  private void sum(int position) {
    System.arraycopy(start, 0, sums, 0, sums.length);
    float[][] each = tables.tables();
    for (int t = 0; t < each.length; t++) {
      float[] table = each[t];
      int row = words[position + t * FilterTables.WORD];
      for (int i = 0; i < sums.length; i++) sums[i] += table[row + i];
    }
  }

  private float activated(float sum) {
    if (activation == Activation.RELU) return Math.max(0, sum);
    if (activation == Activation.EXPONENTIAL) return (float) Math.exp(sum);
    return (float) (Math.max(0, sum) + Math.log1p(Math.exp(-Math.abs(sum)))); // no overflow
  }
}
