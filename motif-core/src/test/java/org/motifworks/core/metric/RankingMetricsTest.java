package org.motifworks.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Golden values are scikit-learn 1.9.1's for the same labels and scores. */
class RankingMetricsTest {
  private static final Offset<Double> EXACT = within(1e-12);
  private static final byte[] LABELS = labels("1000000110000110100100100100001000000001");
  private static final float[] SCORES = {
    .7f, .2f, .4f, .2f, .3f, .4f, .2f, .9f, .5f, .4f, .3f, .3f, .4f, .7f, .6f, .0f, .5f, .4f, .3f,
    .8f, .6f, .4f, .4f, .2f, .4f, .5f, .6f, .6f, .5f, .3f, .9f, .1f, .2f, .3f, .4f, .3f, .1f, .2f,
    .2f, .6f
  };

  @Test
  void manyTiedScores_equalScikitLearn() {
    assertMetrics(LABELS, SCORES, 0.9326018808777429, 0.8201016374929417, 0.856154714850367);
  }

  @Test
  void smallCases_equalScikitLearn() {
    float[] plain = {.1f, .4f, .35f, .8f};
    assertMetrics(labels("0011"), plain, 0.75, 0.8333333333333333, 0.7916666666666666);
    float[] ties = {.5f, .5f, .5f, .25f, .75f, .75f, .125f, .125f};
    assertMetrics(labels("01101010"), ties, 0.5625, 0.55, 0.5875);
    assertMetrics(labels("01011"), new float[] {1, 1, 1, 1, 1}, 0.5, 0.6, 0.8);
  }

  @Test
  void curves_haveOnePointForEachDifferentScore() {
    float[] scores = {.5f, .5f, .5f, .25f, .75f, .75f, .125f, .125f};
    RankedScores ranked = RankedScores.of(scores, labels("01101010"));
    assertThat(RocCurve.of(ranked).orElseThrow().points())
        .containsExactly(
            new RocCurve.Point(0, 0, Double.POSITIVE_INFINITY),
            new RocCurve.Point(.25, .25, .75),
            new RocCurve.Point(.5, .75, .5),
            new RocCurve.Point(.75, .75, .25),
            new RocCurve.Point(1, 1, .125));
    assertThat(PrecisionRecall.of(ranked).orElseThrow().points())
        .containsExactly(
            new PrecisionRecall.Point(0, 1, Double.POSITIVE_INFINITY),
            new PrecisionRecall.Point(.25, .5, .75),
            new PrecisionRecall.Point(.75, .6, .5),
            new PrecisionRecall.Point(.75, .5, .25),
            new PrecisionRecall.Point(1, .5, .125));
  }

  @Test
  void oneClassOnlyOrNothing_hasNoArea() {
    for (String labels : new String[] {"", "000", "111"}) {
      RankedScores ranked = RankedScores.of(new float[labels.length()], labels(labels));
      assertThat(AuRoc.of(ranked)).isEmpty();
      assertThat(AuPr.trapezoid(ranked)).isEmpty();
      assertThat(AuPr.averagePrecision(ranked)).isEmpty();
      assertThat(RocCurve.of(ranked)).isEmpty();
      assertThat(PrecisionRecall.of(ranked)).isEmpty();
    }
  }

  @Test
  void negativeScoresAndBothZeros_rankAsNumbers() {
    float[] scores = {-3, -0.0f, 0.0f, 2, Float.NEGATIVE_INFINITY};
    RankedScores ranked = RankedScores.of(scores, labels("01010"));
    assertThat(ranked.steps()).isEqualTo(4);
    assertThat(ranked.threshold(2)).isEqualTo(-3);
    assertThat(AuRoc.of(ranked)).hasValue(5.5 / 6);
  }

  @Test
  void nanScoreAndOddLabels_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RankedScores.of(new float[] {Float.NaN}, new byte[] {1}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RankedScores.of(new float[] {1}, new byte[] {2}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RankedScores.of(new float[] {1}, new byte[2]));
  }

  @Property(tries = 200)
  void auRoc_isTheShareOfPairsInOrder(
      @ForAll @IntRange(min = 2, max = 60) int rows, @ForAll long seed) {
    Random random = new Random(seed);
    int classes = 3;
    float[] scores = new float[rows * classes];
    byte[] labels = new byte[rows * classes];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = random.nextInt(8) - 4;
      labels[i] = (byte) random.nextInt(2);
    }
    for (int c = 0; c < classes; c++) {
      double inOrder = 0;
      int pairs = 0;
      for (int p = c; p < scores.length; p += classes) {
        for (int n = c; n < scores.length; n += classes) {
          if (labels[p] != 1 || labels[n] != 0) continue;
          pairs++;
          inOrder += scores[p] > scores[n] ? 1 : scores[p] == scores[n] ? 0.5 : 0;
        }
      }
      RankedScores ranked = RankedScores.ofClass(scores, labels, classes, c);
      if (pairs == 0) assertThat(AuRoc.of(ranked)).isEmpty();
      else assertThat(AuRoc.of(ranked).orElseThrow()).isEqualTo(inOrder / pairs, EXACT);
    }
  }

  private static void assertMetrics(
      byte[] labels, float[] scores, double auRoc, double averagePrecision, double trapezoid) {
    RankedScores ranked = RankedScores.of(scores, labels);
    assertThat(AuRoc.of(scores, labels).orElseThrow()).isEqualTo(auRoc, EXACT);
    assertThat(AuPr.averagePrecision(ranked).orElseThrow()).isEqualTo(averagePrecision, EXACT);
    assertThat(AuPr.trapezoid(ranked).orElseThrow()).isEqualTo(trapezoid, EXACT);
  }

  private static byte[] labels(String bits) {
    byte[] labels = new byte[bits.length()];
    for (int i = 0; i < labels.length; i++) labels[i] = (byte) (bits.charAt(i) - '0');
    return labels;
  }
}
