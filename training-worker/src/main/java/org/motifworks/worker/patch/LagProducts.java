package org.motifworks.worker.patch;

import static org.motifworks.worker.patch.RowProducts.LANES;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * Sums over rows of the products of each of a row's channels with what lies from there on in
 * memory: the same channels of this row, then of the rows that follow. In single precision over a
 * stretch of rows, in double over all.
 */
final class LagProducts {

  private static final int STRETCH = 192; // rows, which stay in the processor's nearest cache
  private static final int CHANNELS = 4; // a time
  private static final int COLUMNS = RowProducts.BLOCK;

  private final int channels;
  private final int columns;
  private final double[] products; // [channels, columns]
  private final float[] tile = new float[CHANNELS * COLUMNS];

  /**
   * Nothing summed yet.
   *
   * @param channels of a row, a multiple of 4
   * @param depth values from a row's first on that are wanted
   */
  LagProducts(int channels, int depth) {
    this.channels = channels;
    columns = RowProducts.filled(depth);
    products = new double[channels * columns];
  }

  void clear() {
    Arrays.fill(products, 0);
  }

  /** Sum of products of a channel with the value so far behind the row's beginning. */
  double product(int channel, int column) {
    return products[channel * columns + column];
  }

  /** Adds rows that begin {@code step} floats apart; reads up to 15 floats beyond the depth. */
  void add(float[] maps, int at, int step, int rows) {
    for (int first = 0; first < rows; first += STRETCH) {
      int count = Math.min(STRETCH, rows - first);
      for (int column = 0; column < columns; column += COLUMNS) {
        for (int channel = 0; channel < channels; channel += CHANNELS) {
          sum(maps, at + first * step, step, count, channel, column);
        }
      }
    }
  }

  private void sum(float[] maps, int at, int step, int rows, int channel, int column) {
    int half = COLUMNS / 2;
    FloatVector a0 = FloatVector.zero(LANES);
    FloatVector a1 = a0;
    FloatVector b0 = a0;
    FloatVector b1 = a0;
    FloatVector c0 = a0;
    FloatVector c1 = a0;
    FloatVector d0 = a0;
    FloatVector d1 = a0;
    int from = at + channel;
    int to = at + column;
    for (int r = 0; r < rows; r++) {
      FloatVector v0 = FloatVector.fromArray(LANES, maps, to + r * step);
      FloatVector v1 = FloatVector.fromArray(LANES, maps, to + r * step + half);
      FloatVector x = FloatVector.broadcast(LANES, maps[from + r * step]);
      a0 = x.fma(v0, a0);
      a1 = x.fma(v1, a1);
      x = FloatVector.broadcast(LANES, maps[from + r * step + 1]);
      b0 = x.fma(v0, b0);
      b1 = x.fma(v1, b1);
      x = FloatVector.broadcast(LANES, maps[from + r * step + 2]);
      c0 = x.fma(v0, c0);
      c1 = x.fma(v1, c1);
      x = FloatVector.broadcast(LANES, maps[from + r * step + 3]);
      d0 = x.fma(v0, d0);
      d1 = x.fma(v1, d1);
    }
    a0.intoArray(tile, 0);
    a1.intoArray(tile, half);
    b0.intoArray(tile, COLUMNS);
    b1.intoArray(tile, COLUMNS + half);
    c0.intoArray(tile, 2 * COLUMNS);
    c1.intoArray(tile, 2 * COLUMNS + half);
    d0.intoArray(tile, 3 * COLUMNS);
    d1.intoArray(tile, 3 * COLUMNS + half);
    for (int i = 0; i < CHANNELS; i++) {
      int row = (channel + i) * columns + column;
      for (int j = 0; j < COLUMNS; j++) {
        products[row + j] += tile[i * COLUMNS + j];
      }
    }
  }
}
