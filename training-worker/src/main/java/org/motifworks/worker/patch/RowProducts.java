package org.motifworks.worker.patch;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Matrix products whose left rows may overlap in memory, as the patches of a convolution do: row r
 * begins {@code step} floats after the row before it. The right matrix is packed in blocks of 16
 * columns. Four rows by sixteen columns are summed in registers, in the order of the depth; with
 * six rows the JVM's compiler runs out of registers and takes half as long again.
 */
final class RowProducts {

  /** 8 floats. */
  static final VectorSpecies<Float> LANES = FloatVector.SPECIES_256;

  /** Columns of a packed block. */
  static final int BLOCK = 16;

  private static final int HALF = BLOCK / 2;
  private static final int ROWS = 4;

  private RowProducts() {}

  /** Columns filled up to whole blocks. */
  static int filled(int columns) {
    return (columns + BLOCK - 1) / BLOCK * BLOCK;
  }

  /**
   * {@code to[toAt + r * toStep + i] = sum over j of from[at + r * step + j] * block[blockAt + 16 j
   * + i]}, for the 16 columns i of one block.
   *
   * @param rows r is below it
   * @param depth j is below it
   */
  static void multiply(
      float[] from,
      int at,
      int step,
      int rows,
      int depth,
      float[] block,
      int blockAt,
      float[] to,
      int toAt,
      int toStep) {
    int whole = rows < ROWS ? 0 : rows;
    for (int r = 0; r < whole; r += ROWS) {
      // The last four may overlap those before: rows that are computed twice get the same bits.
      int first = Math.min(r, rows - ROWS);
      four(from, at + first * step, step, depth, block, blockAt, to, toAt + first * toStep, toStep);
    }
    for (int r = whole; r < rows; r++) {
      one(from, at + r * step, depth, block, blockAt, to, toAt + r * toStep);
    }
  }

  private static void four(
      float[] from,
      int at,
      int step,
      int depth,
      float[] block,
      int blockAt,
      float[] to,
      int toAt,
      int toStep) {
    FloatVector a0 = FloatVector.zero(LANES);
    FloatVector a1 = a0;
    FloatVector b0 = a0;
    FloatVector b1 = a0;
    FloatVector c0 = a0;
    FloatVector c1 = a0;
    FloatVector d0 = a0;
    FloatVector d1 = a0;
    int b = at + step;
    int c = b + step;
    int d = c + step;
    for (int j = 0; j < depth; j++) {
      FloatVector w0 = FloatVector.fromArray(LANES, block, blockAt + j * BLOCK);
      FloatVector w1 = FloatVector.fromArray(LANES, block, blockAt + j * BLOCK + HALF);
      FloatVector x = FloatVector.broadcast(LANES, from[at + j]);
      a0 = x.fma(w0, a0);
      a1 = x.fma(w1, a1);
      x = FloatVector.broadcast(LANES, from[b + j]);
      b0 = x.fma(w0, b0);
      b1 = x.fma(w1, b1);
      x = FloatVector.broadcast(LANES, from[c + j]);
      c0 = x.fma(w0, c0);
      c1 = x.fma(w1, c1);
      x = FloatVector.broadcast(LANES, from[d + j]);
      d0 = x.fma(w0, d0);
      d1 = x.fma(w1, d1);
    }
    store(a0, a1, to, toAt);
    store(b0, b1, to, toAt + toStep);
    store(c0, c1, to, toAt + 2 * toStep);
    store(d0, d1, to, toAt + 3 * toStep);
  }

  private static void one(
      float[] from, int at, int depth, float[] block, int blockAt, float[] to, int toAt) {
    FloatVector low = FloatVector.zero(LANES);
    FloatVector high = low;
    for (int j = 0; j < depth; j++) {
      FloatVector x = FloatVector.broadcast(LANES, from[at + j]);
      low = x.fma(FloatVector.fromArray(LANES, block, blockAt + j * BLOCK), low);
      high = x.fma(FloatVector.fromArray(LANES, block, blockAt + j * BLOCK + HALF), high);
    }
    store(low, high, to, toAt);
  }

  private static void store(FloatVector low, FloatVector high, float[] to, int at) {
    low.intoArray(to, at);
    high.intoArray(to, at + HALF);
  }
}
