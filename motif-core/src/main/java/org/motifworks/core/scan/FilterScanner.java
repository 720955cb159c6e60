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
  private final CoarseScan coarse; // null where it is no gain
  private final ScanMap map;
  private float[] best = new float[0]; // rows of maxima, and of where they lie
  private float[] where = new float[0];
  private byte[] letters = new byte[0];
  private int[] words = new int[0];

  /** A scanner for one thread. */
  public FilterScanner(FilterTables tables, Activation activation) {
    this(tables, activation, RowKernel.fastest(), CoarseScan.of(tables).orElse(null));
  }

  /** Bytes of its working memory, which grows with the sequences it meets. */
  public long bytes() {
    long floats = (long) best.length + where.length + words.length + map.values().length;
    return Float.BYTES * floats + letters.length + (coarse == null ? 0 : coarse.bytes());
  }

  FilterScanner(FilterTables tables, Activation activation, RowKernel kernel, CoarseScan coarse) {
    this.tables = tables;
    this.activation = activation;
    this.kernel = kernel;
    this.coarse = coarse;
    this.map = new ScanMap(tables.blocks() * FilterTables.BLOCK);
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
    if (coarse == null || !coarse.maxima(words, length, maxima, positions)) {
      everywhere(length, maxima, positions);
    }
    // activations never fall as sums rise; but what ReLU cuts off lies equally high everywhere
    for (int filter = 0; filter < tables.filters(); filter++) {
      if (activation == Activation.RELU && maxima[filter] <= 0) positions[filter] = 0;
      maxima[filter] = activated(maxima[filter]);
    }
  }

  private void everywhere(int length, float[] maxima, int[] positions) {
    rows(1);
    Arrays.fill(maxima, 0, tables.filters(), Float.NEGATIVE_INFINITY);
    for (int first = 0; first < length; first += CHUNK) {
      int count = sum(first, Math.min(CHUNK, length - first));
      kernel.maxima(map, count, count, 1, 0, 1, best, where);
      for (int filter = 0; filter < tables.filters(); filter++) {
        if (best[filter] > maxima[filter]) {
          maxima[filter] = best[filter];
          positions[filter] = first + (int) where[filter];
        }
      }
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
          float value = activated(map.values()[map.at(i) + filter]);
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
    rows(windows);
    kernel.maxima(this.map, length, size, stride, padding.left(), windows, best, where);
    int row = this.map.rowLength();
    for (int filter = 0; filter < tables.filters(); filter++) {
      int cell = at + filter * windows;
      for (int window = 0, source = filter; window < windows; window++, source += row) {
        map[cell + window] = best[source];
      }
      if (positions == null) continue;
      for (int window = 0, source = filter; window < windows; window++, source += row) {
        positions[cell + window] = (int) where[source];
      }
    }
    activate(map, at, tables.filters() * windows);
  }

  private void rows(int count) {
    int needed = count * map.rowLength();
    if (best.length >= needed) return;
    best = new float[needed];
    where = new float[needed];
  }

  /** Letters from the first window's start on, with N around the sequence, and their words. */
  private void read(byte[] tokens, int from, int length) {
    if (from < 0 || length < 1 || tokens.length - from < length) {
      throw new IllegalArgumentException(
          tokens.length + " tokens for " + length + " nt from index " + from);
    }
    int count = length + tables.reach();
    int all = count + FilterTables.WORD;
    if (coarse != null) all = Math.max(all, coarse.letters(length));
    if (letters.length < all) letters = new byte[all];
    if (words.length < count) words = new int[count];
    byte beyond = FilterTables.LETTERS - 1; // N
    Arrays.fill(letters, 0, tables.leftPad(), beyond);
    System.arraycopy(tokens, from, letters, tables.leftPad(), length);
    Arrays.fill(letters, tables.leftPad() + length, all, beyond);
    boolean areLetters = coarse == null ? words(count) : coarse.read(letters, length, words);
    if (!areLetters) throw noToken(tokens, from, length);
  }

  /** Where in a table the word that begins at each letter is; false where one is no letter. */
  private boolean words(int count) {
    int unlike = 0;
    for (int i = 0; i < count; i++) {
      int letter = letters[i];
      unlike |= letter | (FilterTables.LETTERS - 1 - letter); // negative for what is no letter
      int word = (letter * 5 + letters[i + 1]) * 25 + letters[i + 2] * 5 + letters[i + 3];
      words[i] = word * FilterTables.ENTRY;
    }
    return unlike >= 0;
  }

  private static IllegalArgumentException noToken(byte[] tokens, int from, int length) {
    int i = 0;
    while (i < length && tokens[from + i] >= 0 && tokens[from + i] < FilterTables.LETTERS) i++;
    return new IllegalArgumentException("token " + tokens[from + i] + " at " + i + ", not 0 to 4");
  }

  /** Rows of sums at {@code count} positions; returns that. */
  private int sum(int first, int count) {
    map.reserve(count);
    kernel.sums(tables, words, first, count, map);
    return count;
  }

  private void activate(float[] values, int from, int count) {
    if (activation == Activation.RELU) {
      for (int i = from; i < from + count; i++) values[i] = Math.max(0, values[i]);
    } else {
      for (int i = from; i < from + count; i++) values[i] = activated(values[i]);
    }
  }

  private float activated(float sum) {
    if (activation == Activation.RELU) return Math.max(0, sum);
    if (activation == Activation.EXPONENTIAL) return (float) Math.exp(sum);
    return (float) (Math.max(0, sum) + Math.log1p(Math.exp(-Math.abs(sum)))); // no overflow
  }
}
