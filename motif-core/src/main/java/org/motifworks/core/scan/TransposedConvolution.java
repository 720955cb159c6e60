package org.motifworks.core.scan;

import java.util.Arrays;

/**
 * Back-propagation from a convolution's feature map to its input, where only positions with a
 * gradient cost anything: after max-pooling these are one a window.
 *
 * <p>One sequence at a time: {@link #begin}, {@link #add} for each position, then read {@link
 * #sums}. For one thread.
 *
 * <p>Sums are added to in blocks of 16 floats that never overlap in part, for a processor waits
 * when it reads what lies in two of its last writes. Where a position has fewer floats, a filter is
 * kept once for every place it can have in a block.
 */
public final class TransposedConvolution {
  private static final int BLOCK = 16;

  private final RowKernel kernel;
  private final int channels;
  private final int leftPad;
  private final int step; // floats of a position
  private final int places; // positions of a block
  private final int columns; // floats of a filter at one place
  private final float[] filters; // [filters][places][columns]
  private int length;
  private float[] sums = new float[0]; // [leftPad + length + ...][step]

  /**
   * For a convolution at stride 1 without dilation.
   *
   * @param weights shape {@code [filters, channels, width]}
   * @param leftPad the window under output position p begins at input {@code p - leftPad}
   */
  public TransposedConvolution(float[] weights, int filters, int channels, int width, int leftPad) {
    this(weights, filters, channels, width, leftPad, RowKernel.fastest());
  }

  TransposedConvolution(
      float[] weights, int filters, int channels, int width, int leftPad, RowKernel kernel) {
    this.kernel = kernel;
    this.channels = channels;
    this.leftPad = leftPad;
    this.step = BLOCK % channels == 0 ? channels : (channels + BLOCK - 1) / BLOCK * BLOCK;
    this.places = Math.max(1, BLOCK / step);
    this.columns = ((width + places - 1) * step + BLOCK - 1) / BLOCK * BLOCK;
    this.filters = AlignedFloats.of(Math.multiplyExact(filters * places, columns));
    for (int row = 0; row < filters * channels; row++) {
      for (int place = 0; place < places; place++) {
        int to = at(row / channels, place) + place * step + row % channels;
        for (int k = 0; k < width; k++) this.filters[to + k * step] = weights[row * width + k];
      }
    }
  }

  /** From the first layer to its one-hot input, channels A C G T. */
  public static TransposedConvolution of(FilterTables tables) {
    return of(tables, RowKernel.fastest());
  }

  static TransposedConvolution of(FilterTables tables, RowKernel kernel) {
    return new TransposedConvolution(
        tables.weights(), tables.filters(), 4, tables.width(), tables.leftPad(), kernel);
  }

  /** An input of that many positions, without gradient yet. */
  public void begin(int length) {
    this.length = length;
    int needed = step * (leftPad + length) + columns;
    if (sums.length < AlignedFloats.FIRST + needed) sums = AlignedFloats.of(needed);
    Arrays.fill(sums, AlignedFloats.FIRST, AlignedFloats.FIRST + needed, 0);
  }

  /** Adds what a gradient at one position of a filter's feature map means for the input. */
  public void add(int filter, int position, float gradient) {
    if (gradient == 0) return;
    int place = position & places - 1; // a power of two
    int to = AlignedFloats.FIRST + (position - place) * step;
    kernel.addScaled(filters, at(filter, place), columns, gradient, sums, to);
  }

  private int at(int filter, int place) {
    return AlignedFloats.FIRST + (filter * places + place) * columns;
  }

  /** The gradient, shape {@code [length, step]} from index {@link #first} on, channels first. */
  public float[] sums() {
    return sums;
  }

  /** Where the gradient begins in {@link #sums}. */
  public int first() {
    return AlignedFloats.FIRST + leftPad * step;
  }

  /** Floats from one position to the next in {@link #sums}. */
  public int step() {
    return step;
  }

  /**
   * The gradient turned round.
   *
   * @param gradient shape {@code [channels, length]}, from index {@code at}
   */
  public void write(float[] gradient, int at) {
    for (int channel = 0; channel < channels; channel++) {
      int from = first() + channel;
      for (int i = 0; i < length; i++) gradient[at + channel * length + i] = sums[from + i * step];
    }
  }
}
