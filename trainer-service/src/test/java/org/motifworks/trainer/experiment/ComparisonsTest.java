package org.motifworks.trainer.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The expected p-values were printed by {@code scipy.stats.wilcoxon}, SciPy 1.17.1. */
class ComparisonsTest {

  /** The example of SciPy's documentation; exact. */
  @Test
  void differentSizes_giveTheExactP() {
    Comparison found = compare(6, 8, 14, 16, 23, 24, 28, 29, 41, -48, 49, 56, 60, -67, 75);
    assertThat(found.pValue()).isCloseTo(0.041259765625, within(1e-15));
    assertThat(found.statistic()).isEqualTo(96); // 120 less the 24 that SciPy prints
    assertThat(found.classes()).isEqualTo(15);
  }

  /** {@code wilcoxon(d, method="approx", correction=True)}. */
  @Test
  void equalSizes_giveTheNormalApproximation() {
    assertThat(compare(1, 1, 2, -2, 3, 4, 5, 6, -1, 7).pValue())
        .isCloseTo(0.03604929557974721, within(1e-12));
  }

  /** {@code wilcoxon([d for d in ds if d])}. */
  @Test
  void classesWithoutADifference_areLeftOut() {
    Comparison found = compare(0.5, -0.25, 0, 1.5, 2, 0, 3, -0.125, 0.75, 1.25, 2.5, 0.0625);
    assertThat(found.pValue()).isCloseTo(0.01953125, within(1e-15));
    assertThat(found.classes()).isEqualTo(10);
    assertThat(found.meanDifference()).isCloseTo(11.1875 / 12, within(1e-12));
  }

  @Test
  void noDifferenceAtAll_hasNoP() {
    Comparison found = compare(0, 0, 0);
    assertThat(found.pValue()).isNull();
    assertThat(found.classes()).isZero();
  }

  /** By hand: 4 x 0.005, 3 x 0.01, 2 x 0.03, then not less than the one before. */
  @Test
  void holm_raisesSmallestFirst_keepsTheOrder_andPassesOverWhatHasNoP() {
    List<Comparison> adjusted =
        Comparisons.holm(List.of(p(0.01), p(0.04), p(null), p(0.03), p(0.005)));
    assertThat(adjusted.get(0).adjustedPValue()).isCloseTo(0.03, within(1e-12));
    assertThat(adjusted.get(1).adjustedPValue()).isCloseTo(0.06, within(1e-12));
    assertThat(adjusted.get(2).adjustedPValue()).isNull();
    assertThat(adjusted.get(3).adjustedPValue()).isCloseTo(0.06, within(1e-12));
    assertThat(adjusted.get(4).adjustedPValue()).isCloseTo(0.02, within(1e-12));
  }

  @Test
  void holm_neverExceedsOne() {
    assertThat(Comparisons.holm(List.of(p(0.6), p(0.9))).get(1).adjustedPValue()).isEqualTo(1);
  }

  private static Comparison compare(double... differences) {
    return Comparisons.compare("auRoc", "a", "b", differences);
  }

  private static Comparison p(Double value) {
    return new Comparison("auRoc", "a", "b", 12, 0, 1.0, value, null);
  }
}
