package org.motifworks.interpret.saliency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.motifworks.core.dataset.Placement;
import org.motifworks.core.motif.Strand;

class PositionScoresTest {
  private final double[][] saliency = new double[10][4];

  @Test
  void auRoc_ofSaliencyOnThePlacementAlone_isOne() {
    saliency[3][1] = -0.5;
    saliency[4][2] = 0.25;
    assertThat(PositionScores.auRoc(saliency, List.of(placed(3, 5)))).hasValue(1.0);
  }

  @Test
  void auRoc_ofSaliencyElsewhere_isBelowChance() {
    saliency[8][0] = 1;
    assertThat(PositionScores.auRoc(saliency, List.of(placed(3, 5))).getAsDouble()).isLessThan(.5);
  }

  @Test
  void auRoc_withoutPlacements_isUndefined() {
    assertThat(PositionScores.auRoc(saliency, List.of())).isEmpty();
  }

  @Test
  void score_isTheSumOverLettersOfTheirSize() {
    saliency[0] = new double[] {-1, 2, 0, 0.5};
    assertThat(PositionScores.of(saliency)[0]).isEqualTo(3.5f);
  }

  private static Placement placed(int start, int end) {
    return new Placement(0, "MAX", "MA0058.3", Strand.FORWARD, start, end);
  }
}
