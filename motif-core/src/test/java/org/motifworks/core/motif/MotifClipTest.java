package org.motifworks.core.motif;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MotifClipTest {
  private static final double[] FLAT = {0.25, 0.25, 0.25, 0.25};
  private static final double[] ONLY_A = {1, 0, 0, 0};
  // 0.19 bits plain, 0.57 bits once sharpened beside a certain position
  private static final double[] WEAK = {0.5, 0.3, 0.1, 0.1};

  @Test
  void clip_keepsThreeColumnsAroundTheInformativeSpan() {
    double[][] rows = {FLAT, FLAT, FLAT, FLAT, ONLY_A, FLAT, FLAT, FLAT, FLAT};
    PositionProbabilityMatrix matrix = PositionProbabilityMatrix.of(rows);
    assertThat(MotifClip.PLAIN.clip(matrix)).isEqualTo(matrix.slice(1, 8));
    assertThat(MotifClip.SHARPENED.clip(matrix)).isEqualTo(matrix.slice(1, 8));
    assertThat(MotifClip.NONE.clip(matrix)).isEqualTo(matrix);
  }

  @Test
  void sharpened_measuresRelativeToTheLargestProbabilityAndCutsTheOriginal() {
    double[][] rows = {FLAT, FLAT, FLAT, FLAT, WEAK, FLAT, FLAT, FLAT, FLAT};
    PositionProbabilityMatrix matrix = PositionProbabilityMatrix.of(rows);
    assertThat(MotifClip.PLAIN.clip(matrix)).as("no column over 0.5 bits").isEqualTo(matrix);
    assertThat(MotifClip.SHARPENED.clip(matrix)).isEqualTo(matrix.slice(1, 8));
  }

  @Test
  void flatMotif_staysWhole() {
    PositionProbabilityMatrix matrix = PositionProbabilityMatrix.of(new double[][] {FLAT, FLAT});
    for (MotifClip clip : MotifClip.values()) assertThat(clip.clip(matrix)).isEqualTo(matrix);
  }
}
