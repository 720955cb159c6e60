package org.motifworks.core.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.motifworks.core.architecture.LearningRateSchedule.Kind;

class TrainingOptionsTest {

  /** Loss by loss, by hand: the best is 0.5 at the second; every two epochs without a lower one. */
  @Test
  void plateaus_halveTheRate_downToTheMinimum() {
    LearningRateSchedule schedule = new LearningRateSchedule(Kind.REDUCE_ON_PLATEAU, 0.5, 2, 0.2);
    List<Double> losses = List.of(0.7, 0.5, 0.6, 0.5, 0.55, 0.4, 0.41, 0.42, 0.43, 0.44);
    double[] expected = {1, 1, 1, 1, 0.5, 0.5, 0.5, 0.5, 0.25, 0.25, 0.2};
    for (int done = 0; done <= losses.size(); done++) {
      assertThat(schedule.share(losses.subList(0, done), 100)).isEqualTo(expected[done]);
    }
  }

  @Test
  void cosine_goesFromOneToTheMinimum_halfWayInTheMiddle() {
    LearningRateSchedule schedule = new LearningRateSchedule(Kind.COSINE, 0.5, 5, 0.1);
    assertThat(schedule.share(List.of(), 101)).isEqualTo(1);
    assertThat(schedule.share(Collections.nCopies(50, 1.0), 101)).isCloseTo(0.55, within(1e-12));
    assertThat(schedule.share(Collections.nCopies(100, 1.0), 101)).isCloseTo(0.1, within(1e-12));
    assertThat(schedule.share(List.of(), 1)).isEqualTo(1);
  }

  @Test
  void balancedWeights_makeBothSidesOfAClassWeighTheSame() {
    long[] positives = {10, 50, 80};
    float[] weights = ClassWeights.BALANCED.of(positives, 100);
    for (int c = 0; c < positives.length; c++) {
      assertThat((double) weights[c] * positives[c]).isCloseTo(100 - positives[c], within(1e-4));
    }
    assertThat(new ClassWeights(List.of(2.0, 3.0, 4.0)).of(positives, 100))
        .containsExactly(2, 3, 4);
  }
}
