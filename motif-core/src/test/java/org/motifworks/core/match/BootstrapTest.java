package org.motifworks.core.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BootstrapTest {
  private static final int SEED = 4357;

  /** Against one generator that draws for query after query; samples of the last are not kept. */
  @ParameterizedTest
  @ValueSource(ints = {101, 1038, 200_000})
  void samples_areDrawnFromQueryToQuery(int n) {
    MersenneTwister random = new MersenneTwister(SEED);
    Bootstrap bootstrap = Bootstrap.ofFirstQuery(n);
    for (int query = 0; query < 3; query++) {
      List<int[]> expected = new ArrayList<>();
      for (int sample = 0; sample < Bootstrap.SAMPLES; sample++) expected.add(below(random, n));
      for (int time = 0; time < 2; time++) {
        List<int[]> seen = new ArrayList<>();
        bootstrap.forEachSample(
            below -> seen.add(new int[] {below[n / 3], below[n - 1], below[n]}));
        assertThat(seen).usingRecursiveComparison().isEqualTo(expected);
      }
      bootstrap = bootstrap.next();
    }
  }

  private static int[] below(MersenneTwister random, int n) {
    int[] below = new int[3];
    for (int draw = 0; draw < Bootstrap.SAMPLE_SIZE; draw++) {
      int index = random.nextIndex(n);
      if (index < n / 3) below[0]++;
      if (index < n - 1) below[1]++;
      below[2]++;
    }
    return below;
  }
}
