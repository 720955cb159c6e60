package org.motifworks.data.fasta;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.motifworks.core.dataset.Split;
import org.motifworks.core.genome.Locus;
import org.motifworks.core.sequence.ContentKey;
import org.motifworks.core.sequence.DnaAlphabet;
import org.motifworks.core.sequence.ReverseComplement;
import org.motifworks.data.source.SplitFractions;
import org.motifworks.data.source.SplitRule;

class SplitAssignmentTest {

  private static final long SEED = 20260103;

  @Test
  void bySeed_meetsTheFractionsOnAverage() throws RecordProblem {
    SplitAssignment splits = bySeed(SEED);
    SplittableRandom random = new SplittableRandom(SEED);
    Map<Split, Integer> counts = new EnumMap<>(Split.class);
    for (int i = 0; i < 20_000; i++) {
      ContentKey key = new ContentKey(random.nextLong(), random.nextLong());
      counts.merge(splits.of(key, "any"), 1, Integer::sum);
    }
    assertThat(counts.get(Split.TRAIN) / 20_000.0).isCloseTo(0.7, Offset.offset(0.01));
    assertThat(counts.get(Split.VALIDATION) / 20_000.0).isCloseTo(0.1, Offset.offset(0.01));
  }

  @Test
  void bySeed_treatsBothStrandsAlike_andSeedsDiffer() throws RecordProblem {
    SplittableRandom random = new SplittableRandom(SEED);
    int moved = 0;
    for (int i = 0; i < 200; i++) {
      byte[] tokens = DnaAlphabet.tokenise(RandomFasta.sequence(random, 30));
      ContentKey key = ContentKey.of(tokens);
      ContentKey opposite = ContentKey.of(ReverseComplement.of(tokens));
      assertThat(bySeed(1).of(key, "a")).isEqualTo(bySeed(1).of(opposite, "b"));
      if (bySeed(1).of(key, "a") != bySeed(2).of(key, "a")) moved++;
    }
    assertThat(moved).isBetween(50, 150);
  }

  @Test
  void chromosome_isFoundInTheIdsOfUsualTools() {
    assertThat(Locus.inId("chr14:77423023-77423223").map(Locus::chromosome)).hasValue("14");
    assertThat(Locus.inId("X:1-2").map(Locus::chromosome)).hasValue("X");
    assertThat(Locus.inId("peak17::chr8:1200-1400(+)").map(Locus::chromosome)).hasValue("8");
    assertThat(Locus.inId("peak17")).isEmpty();
    assertThat(Locus.inId("chr8")).isEmpty();
  }

  private static SplitAssignment bySeed(long seed) {
    return SplitAssignment.of(new SplitRule.BySeed(seed, SplitFractions.PAPER));
  }
}
