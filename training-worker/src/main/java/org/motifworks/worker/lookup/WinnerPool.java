package org.motifworks.worker.lookup;

import static org.motifworks.worker.lookup.LookUpConvolution.LANES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import org.motifworks.core.architecture.PoolSpec;
import org.motifworks.core.architecture.SamePadding;

/**
 * Max-pooling that remembers where each maximum lies: at the first of equals, as LibTorch's.
 * Positions are floats, since one comparison then chooses value and position; they are exact up to
 * 2^24.
 */
final class WinnerPool {

  private final int filters;
  private final int[] starts; // of each window, inside the map
  private final int[] ends;

  /** A pool over {@code positions} of a map. */
  WinnerPool(int positions, int filters, PoolSpec pool) {
    this.filters = filters;
    SamePadding padding = SamePadding.of(positions, pool.size(), pool.stride());
    starts = new int[padding.outputLength()];
    ends = new int[padding.outputLength()];
    for (int w = 0; w < starts.length; w++) {
      int start = w * pool.stride() - padding.left();
      starts[w] = Math.max(0, start);
      ends[w] = Math.min(positions, start + pool.size());
    }
  }

  /**
   * Pools a map {@code [positions, filters]}.
   *
   * @param maxima {@code [windows, filters]} from index {@code at}, overwritten
   * @param winners likewise, the position in the map of each
   */
  void pool(float[] map, float[] maxima, float[] winners, int at) {
    for (int lane = 0; lane < filters; lane += LANES.length()) {
      for (int w = 0; w < starts.length; w++) {
        FloatVector best = FloatVector.fromArray(LANES, map, starts[w] * filters + lane);
        FloatVector winner = FloatVector.broadcast(LANES, (float) starts[w]);
        for (int p = starts[w] + 1; p < ends[w]; p++) {
          FloatVector value = FloatVector.fromArray(LANES, map, p * filters + lane);
          VectorMask<Float> higher = value.compare(VectorOperators.GT, best);
          best = best.blend(value, higher);
          winner = winner.blend(FloatVector.broadcast(LANES, (float) p), higher);
        }
        best.intoArray(maxima, at + w * filters + lane);
        winner.intoArray(winners, at + w * filters + lane);
      }
    }
  }
}
