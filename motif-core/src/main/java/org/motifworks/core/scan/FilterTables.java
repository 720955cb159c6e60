package org.motifworks.core.scan;

import java.util.Arrays;
import java.util.Optional;

/**
 * A bank of filters as tables: for every word of four letters what each filter gains by it.
 *
 * <p>A filter of width w at one position is then the sum of ⌈w / 4⌉ table rows in place of 4 w
 * products. N (token 4) is a fifth letter that gains nothing, and so is what lies beyond a
 * sequence's ends: 5⁴ words a table. Filters come in blocks of 32, tables in groups of five, filled
 * up with zeros; a word's entries in the tables of a group lie side by side. Immutable; to scan,
 * make a {@link FilterScanner} a thread.
 */
public final class FilterTables {
  static final int LETTERS = 5;
  static final int WORD = 4;
  static final int WORDS = LETTERS * LETTERS * LETTERS * LETTERS;

  /** Filters of a block: floats of a table's entry. */
  static final int BLOCK = 32;

  /** Tables of a group. */
  static final int GROUP = 5;

  /** Floats from a word's entries in a group to the next word's. */
  static final int ENTRY = GROUP * BLOCK;

  private final int filters;
  private final int width;
  private final int leftPad;
  private final float[] weights;
  private final float[] bias;
  private final int blocks;
  private final float[] start; // the biases, as long as all blocks

  @SuppressWarnings("OptionalUsedAsFieldOrParameterType")
  private Optional<CoarseTables> coarse; // null until asked for

  private final float[] values; // [groups][blocks][WORDS][GROUP][BLOCK]

  private FilterTables(float[] weights, float[] bias, int width, int leftPad) {
    this.filters = bias.length;
    this.width = width;
    this.leftPad = leftPad;
    this.weights = weights;
    this.bias = bias;
    this.blocks = (filters + BLOCK - 1) / BLOCK;
    this.start = Arrays.copyOf(bias, blocks * BLOCK);
    for (int i = 0; i < filters; i++) start[i] += 0f; // no -0, which adding 0 would change
    this.values = AlignedFloats.of(Math.multiplyExact(groups() * blocks, WORDS * ENTRY));
    for (int t = 0; t < count(); t++) fill(t);
  }

  /**
   * The tables of a convolution at stride 1 without dilation.
   *
   * @param weights shape {@code [filters, 4, width]}, channels A C G T, batch norm folded in
   * @param bias one a filter
   * @param leftPad the window under output position p begins at {@code p - leftPad}: {@code (width
   *     - 1) / 2} for "same" padding
   * @throws IllegalArgumentException when the shapes do not fit
   */
  public static FilterTables of(float[] weights, float[] bias, int width, int leftPad) {
    boolean fits = bias.length > 0 && width > 0 && leftPad >= 0 && leftPad < width;
    if (!fits || weights.length != bias.length * 4 * width) {
      throw new IllegalArgumentException(
          "%d weights and %d biases for filters of width %d with %d padding on the left"
              .formatted(weights.length, bias.length, width, leftPad));
    }
    return new FilterTables(weights.clone(), bias.clone(), width, leftPad);
  }

  /** The same filters for the opposite strand: each window is read backwards, A↔T and C↔G. */
  public FilterTables reverseComplement() {
    float[] turned = new float[weights.length];
    for (int row = 0; row < filters * 4; row++) {
      int from = (row - row % 4 + 3 - row % 4) * width;
      for (int k = 0; k < width; k++) turned[row * width + k] = weights[from + width - 1 - k];
    }
    return new FilterTables(turned, bias, width, leftPad);
  }

  /** Bytes of the tables of so many filters, whole groups and blocks. */
  public static long bytes(long filters, long width) {
    long groups = ((width + WORD - 1) / WORD + GROUP - 1) / GROUP;
    long blocks = (filters + BLOCK - 1) / BLOCK;
    return groups * blocks * WORDS * ENTRY * Float.BYTES;
  }

  /** Bytes it holds. */
  public long bytes() {
    long floats = (long) values.length + weights.length + start.length;
    return Float.BYTES * floats + coarse().map(CoarseTables::bytes).orElse(0L);
  }

  /** Filters in the bank. */
  public int filters() {
    return filters;
  }

  /** Nucleotides a filter covers. */
  public int width() {
    return width;
  }

  float[] weights() {
    return weights;
  }

  int leftPad() {
    return leftPad;
  }

  int blocks() {
    return blocks;
  }

  float[] start() {
    return start;
  }

  /** How many tables there are. */
  int count() {
    return (width + WORD - 1) / WORD;
  }

  int groups() {
    return (count() + GROUP - 1) / GROUP;
  }

  /** Nucleotides from the first of a window to the first behind its last table's word. */
  int reach() {
    return groups() * GROUP * WORD;
  }

  /** Index of the entry of word 0 for a block of filters. */
  int at(int table, int block) {
    return AlignedFloats.FIRST
        + (table / GROUP * blocks + block) * WORDS * ENTRY
        + table % GROUP * BLOCK;
  }

  float[] values() {
    return values;
  }

  /** The bank in bytes, made when first asked for; empty where that tells too little. */
  synchronized Optional<CoarseTables> coarse() {
    if (coarse == null) coarse = CoarseTables.of(this);
    return coarse;
  }

  /** Gains of the four columns from {@code 4 t} on for every word, rounded once each. */
  private void fill(int t) {
    for (int word = 0; word < WORDS; word++) {
      for (int filter = 0; filter < filters; filter++) {
        double sum = 0;
        int rest = word;
        for (int column = (t + 1) * WORD - 1; column >= t * WORD; column--) {
          int letter = rest % LETTERS;
          rest /= LETTERS;
          if (letter < 4 && column < width) sum += weights[(filter * 4 + letter) * width + column];
        }
        values[at(t, filter / BLOCK) + word * ENTRY + filter % BLOCK] = (float) sum + 0f;
      }
    }
  }
}
