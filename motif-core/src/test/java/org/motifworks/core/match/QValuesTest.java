package org.motifworks.core.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class QValuesTest {

  /** Where no p-value reaches any lambda the share of true nulls cannot be told: it is 1, not 0. */
  @Test
  void smallPValuesOnly_areTakenForNulls() {
    double[] pValues = new double[101];
    Arrays.fill(pValues, 0.001);
    pValues[0] = 0.0001;
    QValues qValues = new QValues(pValues, Bootstrap.ofFirstQuery(101));
    assertThat(qValues.of(0.001)).isEqualTo(0.001, within(1e-15));
    assertThat(qValues.of(0.0001)).isEqualTo(0.001, within(1e-15));
  }

  /** 101 equal p-values of 0.3: lambdas to 0.3 say 1 / (1 - lambda), those above say nothing. */
  @Test
  void lambdasThatNoPValueReaches_areNotChosen() {
    double[] pValues = new double[101];
    Arrays.fill(pValues, 0.3);
    assertThat(new QValues(pValues, Bootstrap.ofFirstQuery(101)).of(0.3))
        .isEqualTo(0.3, within(1e-15));
  }
}
