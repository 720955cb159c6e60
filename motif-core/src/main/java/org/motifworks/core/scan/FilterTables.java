package org.motifworks.core.scan;

import java.util.Arrays;

/**
 * A bank of filters as tables: for every word of four letters what each filter gains by it.
 *
 * <p>A filter of width w at one position is then the sum of ⌈w / 4⌉ table rows in place of 4 w
 * products. N (token 4) is a fifth letter that gains nothing, and so is what lies beyond a
 * sequence's ends: 5⁴ words a table. A row holds all filters, padded to a multiple of eight floats.
 * Immutable; to scan, make a {@link FilterScanner} a thread.
 */
public final class FilterTables {
  static final int LETTERS = 5;
  static final int WORD = 4;
  static final int WORDS = LETTERS * LETTERS * LETTERS * LETTERS;
  private static final int ROW_UNIT = 8;

  private final int filters;
  private final int width;
  private final int leftPad;
  private final float[] weights;
  private final float[] bias;
  private final int rowLength;
  private final float[][] tables; // [⌈width / 4⌉][WORDS * rowLength]

  private FilterTables(float[] weights, float[] bias, int width, int leftPad) {
    this.filters = bias.length;
    this.width = width;
    this.leftPad = leftPad;
    this.weights = weights;
    this.bias = bias;
    this.rowLength = (filters + ROW_UNIT - 1) / ROW_UNIT * ROW_UNIT;
    this.tables = new float[(width + WORD - 1) / WORD][];
    for (int t = 0; t < tables.length; t++) tables[t] = table(t * WORD);
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

  /** Filters in the bank. */
  public int filters() {
    return filters;
  }

  /** Nucleotides a filter covers. */
  public int width() {
    return width;
  }

  int leftPad() {
    return leftPad;
  }

  int rowLength() {
    return rowLength;
  }

  /** The biases, as long as a row. */
  float[] start() {
    return Arrays.copyOf(bias, rowLength);
  }

  float[][] tables() {
    return tables;
  }

  /** Gains of columns {@code first} to {@code first + 3} for every word, rounded once each. */
  private float[] table(int first) {
    float[] table = new float[WORDS * rowLength];
    for (int word = 0; word < WORDS; word++) {
      for (int filter = 0; filter < filters; filter++) {
        double sum = 0;
        int rest = word;
        for (int column = first + WORD - 1; column >= first; column--) {
          int letter = rest % LETTERS;
          rest /= LETTERS;
          if (letter < 4 && column < width) sum += weights[(filter * 4 + letter) * width + column];
        }
        table[word * rowLength + filter] = (float) sum;
      }
    }
    return table;
  }
}
