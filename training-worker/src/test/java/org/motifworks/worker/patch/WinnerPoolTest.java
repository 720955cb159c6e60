package org.motifworks.worker.patch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.motifworks.core.architecture.PoolSpec;
import org.motifworks.core.architecture.SamePadding;

class WinnerPoolTest {

  private static final long SEED = 31;
  private static final int FILTERS = 8;

  /** Every size, stride and length up to a bound, on maps with many equal values. */
  @Test
  void pool_findsTheFirstMaximumOfEachWindow() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int size = 1; size <= 12; size++) {
      for (int stride = 1; stride <= size; stride++) {
        for (int positions : new int[] {1, 2, 7, 12, 25}) {
          float[] map = new float[positions * FILTERS];
          for (int i = 0; i < map.length; i++) {
            map[i] = random.nextInt(5) - 4;
          }
          check(map, positions, new PoolSpec(size, stride));
        }
      }
    }
  }

  private static void check(float[] map, int positions, PoolSpec pool) {
    SamePadding padding = SamePadding.of(positions, pool.size(), pool.stride());
    int windows = padding.outputLength();
    float[] maxima = new float[windows * FILTERS];
    float[] winners = new float[windows * FILTERS];
    new WinnerPool(positions, FILTERS, pool).pool(map, maxima, winners, 0, FILTERS);
    for (int w = 0; w < windows; w++) {
      for (int f = 0; f < FILTERS; f++) {
        int start = w * pool.stride() - padding.left();
        int first = Math.max(0, start);
        for (int p = first; p < Math.min(positions, start + pool.size()); p++) {
          first = map[p * FILTERS + f] > map[first * FILTERS + f] ? p : first;
        }
        assertThat(winners[w * FILTERS + f])
            .as("%s over %d positions, window %d", pool, positions, w)
            .isEqualTo(first);
        assertThat(maxima[w * FILTERS + f]).isEqualTo(map[first * FILTERS + f]);
      }
    }
  }
}
