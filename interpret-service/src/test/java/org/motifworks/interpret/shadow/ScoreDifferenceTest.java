package org.motifworks.interpret.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScoreDifferenceTest {

  /** The correlation is that of NumPy 2.4, {@code corrcoef(served, shadow)[0, 1]}. */
  @Test
  void figures_ofFivePairs_areNumpys() {
    double[] served = {.1, .9, .4, .6, .49};
    double[] shadow = {.2, .8, .55, .65, .3};
    ScoreDifference difference = new ScoreDifference();
    for (int i = 0; i < served.length; i++) difference.add(served[i], shadow[i]);
    ClassDifference found = difference.of("MAFK");
    assertThat(found.name()).isEqualTo("MAFK");
    assertThat(found.meanDifference()).isCloseTo(.118, within(1e-12));
    assertThat(found.largestDifference()).isCloseTo(.19, within(1e-12));
    assertThat(found.changedCalls()).isEqualTo(.2);
    assertThat(found.correlation().orElseThrow()).isCloseTo(.8730255472838714, within(1e-12));
  }

  @Test
  void correlation_withAModelThatAlwaysSaysTheSame_isNone() {
    ScoreDifference difference = new ScoreDifference();
    assertThat(difference.of("none").meanDifference()).isZero();
    for (int i = 0; i < 3; i++) difference.add(i / 4.0, .5);
    assertThat(difference.of("flat").correlation()).isEmpty();
    assertThat(difference.of("flat").changedCalls()).isCloseTo(2.0 / 3, within(1e-12));
  }
}
