package org.motifworks.data.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.motifworks.core.sequence.ContentKey;

class DistinctSequencesTest {

  private static final long SEED = 20260104;

  /** The oracle is a HashMap. */
  @Test
  void behavesLikeAMap_whileItGrows() {
    SplittableRandom random = new SplittableRandom(SEED);
    DistinctSequences distinct = new DistinctSequences();
    Map<ContentKey, Integer> map = new HashMap<>();
    for (int i = 0; i < 30_000; i++) {
      // Few different low halves: many collisions.
      ContentKey key = new ContentKey(random.nextLong(6_000), random.nextLong(3));
      int labels = random.nextInt(5);
      distinct.put(key, labels);
      map.put(key, labels);
    }
    assertThat(distinct.size()).isEqualTo(map.size());
    map.forEach((key, labels) -> assertThat(distinct.labels(key)).isEqualTo(labels));
    assertThat(distinct.contains(new ContentKey(7_000, 1))).isFalse();
    assertThat(distinct.labels(new ContentKey(7_000, 1))).isEqualTo(-1);
  }

  @Test
  void firstTime_isTrueOnce_andOnlyForWhatIsThere() {
    DistinctSequences distinct = new DistinctSequences();
    ContentKey key = new ContentKey(1, 2);
    assertThat(distinct.firstTime(key)).isFalse();
    distinct.put(key, 0);
    assertThat(distinct.firstTime(key)).isTrue();
    assertThat(distinct.firstTime(key)).isFalse();
  }
}
