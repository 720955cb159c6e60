package org.motifworks.core.scan;

import java.util.Arrays;

/**
 * The last step of back-propagation, from a first layer's feature map to its one-hot input: a
 * transposed convolution, of which only positions with a gradient cost anything. After max-pooling
 * these are one a window.
 *
 * <p>One sequence at a time: {@link #begin}, {@link #add} for each position, {@link #write}. For
 * one thread.
 */
public final class InputGradient {
  private static final int UNIT = 16;

  private final RowKernel kernel;
  private final float[] filters;
  private final int leftPad;
  private final int columns;
  private int length;
  private float[] sums = new float[0]; // [leftPad + length + ...][4]

  /** For filters of a bank. */
  public InputGradient(FilterTables tables) {
    this(tables, RowKernel.fastest());
  }

  InputGradient(FilterTables tables, RowKernel kernel) {
    this.kernel = kernel;
    this.leftPad = tables.leftPad();
    this.columns = (4 * tables.width() + UNIT - 1) / UNIT * UNIT;
    this.filters = tables.byLetter(columns);
  }

  /** A sequence of that many nucleotides, without gradient yet. */
  public void begin(int length) {
    this.length = length;
    int needed = 4 * (leftPad + length) + columns;
    if (sums.length < needed) sums = new float[needed];
    Arrays.fill(sums, 0, needed, 0);
  }

  /** Adds what a gradient at one position of a filter's feature map means for the input. */
  public void add(int filter, int position, float gradient) {
    if (gradient == 0) return;
    kernel.addScaled(filters, filter * columns, columns, gradient, sums, 4 * position);
  }

  /**
   * The gradient.
   *
   * @param gradient shape {@code [4, length]}, from index {@code at}
   */
  public void write(float[] gradient, int at) {
    for (int i = 0; i < length; i++) {
      for (int letter = 0; letter < 4; letter++) {
        gradient[at + letter * length + i] = sums[4 * (leftPad + i) + letter];
      }
    }
  }
}
