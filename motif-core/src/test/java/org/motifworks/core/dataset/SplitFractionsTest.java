package org.motifworks.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitFractionsTest {

  private static final long SEED = 7;

  @ParameterizedTest
  @CsvSource({"25000, 17500, 2500, 5000", "10, 7, 1, 2", "1, 1, 0, 0", "3, 2, 0, 1", "0, 0, 0, 0"})
  void splits_haveTheNearestWholeNumbers(int records, int train, int validation, int test) {
    List<Split> assigned = List.of(SplitFractions.PAPER.assign(records, SEED));
    assertThat(assigned).hasSize(records);
    assertThat(Collections.frequency(assigned, Split.TRAIN)).isEqualTo(train);
    assertThat(Collections.frequency(assigned, Split.VALIDATION)).isEqualTo(validation);
    assertThat(Collections.frequency(assigned, Split.TEST)).isEqualTo(test);
  }

  @Test
  void sameSeed_sameSplits_otherSeedOthers() {
    assertThat(SplitFractions.PAPER.assign(1000, SEED))
        .isEqualTo(SplitFractions.PAPER.assign(1000, SEED))
        .isNotEqualTo(SplitFractions.PAPER.assign(1000, SEED + 1));
  }

  @Test
  void everyRecord_isTestedEquallyOften() {
    int[] tested = new int[10];
    for (int seed = 0; seed < 5000; seed++) {
      Split[] assigned = SplitFractions.PAPER.assign(10, seed);
      for (int i = 0; i < 10; i++) if (assigned[i] == Split.TEST) tested[i]++;
    }
    for (int count : tested) assertThat(count).isBetween(880, 1120); // 1000 +- 4 sd
  }

  @Test
  void fractionsThatDoNotSumToOne_areRefused() {
    assertThatThrownBy(() -> new SplitFractions(0.7, 0.1, 0.1)).hasMessageContaining("sum to 1");
    assertThatThrownBy(() -> new SplitFractions(1.2, -0.1, -0.1)).hasMessageContaining("0 or more");
    assertThatThrownBy(() -> new SplitFractions(Double.NaN, 0, 0))
        .hasMessageContaining("0 or more");
  }
}
