package org.motifworks.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MetricBootstrapTest {

  private static final long SEED = 20_260_101;
  private static final int CLASSES = 3;

  /** Rows really repeated, and the metrics of before applied to them. */
  @Test
  void draws_equalTheMetricsOfTheRowsDrawn() {
    int rows = 40;
    SplittableRandom random = new SplittableRandom(SEED);
    float[] first = scores(random, rows);
    float[] second = scores(random, rows);
    byte[] labels = labels(random, rows);
    List<MetricBootstrap.Draws> draws =
        MetricBootstrap.of(List.of(first, second), labels, CLASSES, 50, 7, () -> {});
    SplittableRandom again = new SplittableRandom(7);
    for (int draw = 0; draw < 50; draw++) {
      int[] drawn = IntStream.range(0, rows).map(i -> again.nextInt(rows)).toArray();
      for (int model = 0; model < 2; model++) {
        float[] scores = model == 0 ? first : second;
        assertThat(draws.get(model).auRoc()[draw])
            .isCloseTo(slow(scores, labels, drawn, true), within(1e-12));
        assertThat(draws.get(model).auPr()[draw])
            .isCloseTo(slow(scores, labels, drawn, false), within(1e-12));
      }
    }
  }

  @Test
  void sameModelTwice_differsInNoDraw_andTheClassesAreCounted() {
    SplittableRandom random = new SplittableRandom(SEED);
    float[] scores = scores(random, 100);
    int[] told = {0};
    List<MetricBootstrap.Draws> draws =
        MetricBootstrap.of(
            List.of(scores, scores), labels(random, 100), CLASSES, 20, 1, () -> told[0]++);
    assertThat(draws.get(0).auRoc()).isEqualTo(draws.get(1).auRoc());
    assertThat(told[0]).isEqualTo(CLASSES);
  }

  @Test
  void classWithoutPositives_isLeftOut_andNothingDefinedIsNaN() {
    byte[] labels = new byte[30];
    for (int row = 0; row < 5; row++) labels[row * CLASSES + 1] = 1;
    float[] scores = new float[30];
    for (int i = 0; i < 30; i++) scores[i] = labels[i];
    assertThat(MetricBootstrap.of(List.of(scores), labels, CLASSES, 20, 1, () -> {}).get(0).auRoc())
        .containsOnly(1.0);
    assertThat(
            MetricBootstrap.of(List.of(scores), new byte[30], CLASSES, 3, 1, () -> {})
                .get(0)
                .auRoc())
        .containsOnly(Double.NaN);
    assertThatThrownBy(
            () -> MetricBootstrap.of(List.of(new float[29]), labels, CLASSES, 3, 1, () -> {}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** {@code numpy.percentile([4, 1, 3, 2, 10], [10, 90])} is 1.4, 7.6. */
  @Test
  void percentileInterval_isNumpys() {
    Interval interval = Interval.percentile(3, new double[] {4, 1, 3, 2, 10, Double.NaN}, 0.8);
    assertThat(interval.estimate()).isEqualTo(3);
    assertThat(interval.lower()).isCloseTo(1.4, within(1e-12));
    assertThat(interval.upper()).isCloseTo(7.6, within(1e-12));
  }

  private static double slow(float[] scores, byte[] labels, int[] drawn, boolean roc) {
    return IntStream.range(0, CLASSES)
        .mapToObj(
            c -> {
              float[] column = new float[drawn.length];
              byte[] truth = new byte[drawn.length];
              for (int i = 0; i < drawn.length; i++) {
                column[i] = scores[drawn[i] * CLASSES + c];
                truth[i] = labels[drawn[i] * CLASSES + c];
              }
              RankedScores ranked = RankedScores.of(column, truth);
              return roc ? AuRoc.of(ranked) : AuPr.trapezoid(ranked);
            })
        .filter(java.util.OptionalDouble::isPresent)
        .mapToDouble(java.util.OptionalDouble::getAsDouble)
        .average()
        .orElse(Double.NaN);
  }

  /** With ties. */
  private static float[] scores(SplittableRandom random, int rows) {
    float[] scores = new float[rows * CLASSES];
    for (int i = 0; i < scores.length; i++) scores[i] = random.nextInt(15) - 7;
    return scores;
  }

  private static byte[] labels(SplittableRandom random, int rows) {
    byte[] labels = new byte[rows * CLASSES];
    for (int i = 0; i < labels.length; i++) labels[i] = (byte) (random.nextInt(4) == 0 ? 1 : 0);
    return labels;
  }
}
