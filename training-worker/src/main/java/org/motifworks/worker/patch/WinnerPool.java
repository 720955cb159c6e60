package org.motifworks.worker.patch;

import static org.motifworks.worker.patch.RowProducts.LANES;

import java.math.BigInteger;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import org.motifworks.core.architecture.PoolSpec;
import org.motifworks.core.architecture.SamePadding;

/**
 * Max-pooling that remembers where each maximum lies: at the first of equals, as LibTorch's.
 *
 * <p>Windows are made of blocks that none of them cuts. Where they overlap, maxima of 2, 4, 8, ...
 * blocks are found by doubling, and a window is the union of two such runs. Positions are floats,
 * since one comparison then chooses value and position; they are exact up to 2^24.
 */
public final class WinnerPool {

  private final int filters;
  private final int positions;
  private final int left; // padding
  private final int block; // positions
  private final int span; // blocks of a window
  private final int advance; // blocks from window to window
  private final int windows;
  private final int blocks;
  private final float[] values; // [blocks, filters]
  private final float[] places;

  /** A pool over {@code positions} of a map. */
  public WinnerPool(int positions, int filters, PoolSpec pool) {
    this.filters = filters;
    this.positions = positions;
    SamePadding padding = SamePadding.of(positions, pool.size(), pool.stride());
    left = padding.left();
    windows = padding.outputLength();
    block = BigInteger.valueOf(pool.size()).gcd(BigInteger.valueOf(pool.stride())).intValue();
    span = pool.size() / block;
    advance = pool.stride() / block;
    blocks = (windows - 1) * advance + span;
    values = new float[span == 1 ? 0 : blocks * filters];
    places = new float[values.length];
  }

  /**
   * Pools a map {@code [positions, filters]}.
   *
   * @param maxima {@code [windows, filters]} from index {@code at}, overwritten
   * @param winners likewise, the position in the map of each
   * @param step from window to window in these two
   */
  public void pool(float[] map, float[] maxima, float[] winners, int at, int step) {
    if (span == 1) {
      poolBlocks(map, maxima, winners, at, step);
      return;
    }
    poolBlocks(map, values, places, 0, filters);
    int run = 1;
    for (; 2 * run <= span; run *= 2) {
      for (int b = 0; b + run < blocks; b++) {
        join(b, b + run, values, places, b * filters);
      }
    }
    for (int w = 0; w < windows; w++) {
      int first = w * advance;
      join(first, first + span - run, maxima, winners, at + w * step);
    }
  }

  private void poolBlocks(float[] map, float[] maxima, float[] winners, int at, int step) {
    for (int lane = 0; lane < filters; lane += LANES.length()) {
      for (int b = 0; b < blocks; b++) {
        int start = Math.max(0, b * block - left);
        int end = Math.min(positions, (b + 1) * block - left);
        // from the first value on, so that NaN stays NaN; a block may lie beyond the map's ends
        FloatVector best =
            start < end
                ? FloatVector.fromArray(LANES, map, start * filters + lane)
                : FloatVector.broadcast(LANES, Float.NEGATIVE_INFINITY);
        FloatVector winner = FloatVector.broadcast(LANES, (float) start);
        for (int p = start + 1; p < end; p++) {
          FloatVector value = FloatVector.fromArray(LANES, map, p * filters + lane);
          VectorMask<Float> higher = value.compare(VectorOperators.GT, best);
          best = best.blend(value, higher);
          winner = winner.blend(FloatVector.broadcast(LANES, (float) p), higher);
        }
        best.intoArray(maxima, at + b * step + lane);
        winner.intoArray(winners, at + b * step + lane);
      }
    }
  }

  /** The larger of the maxima that two blocks hold, the first of equals. */
  private void join(int first, int second, float[] maxima, float[] winners, int at) {
    for (int lane = 0; lane < filters; lane += LANES.length()) {
      int one = first * filters + lane;
      int other = second * filters + lane;
      FloatVector best = FloatVector.fromArray(LANES, values, one);
      FloatVector value = FloatVector.fromArray(LANES, values, other);
      VectorMask<Float> higher = value.compare(VectorOperators.GT, best);
      best.blend(value, higher).intoArray(maxima, at + lane);
      FloatVector.fromArray(LANES, places, one)
          .blend(FloatVector.fromArray(LANES, places, other), higher)
          .intoArray(winners, at + lane);
    }
  }
}
