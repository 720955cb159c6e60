package org.motifworks.core.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.motifworks.core.motif.Background;
import org.motifworks.core.motif.Motif;
import org.motifworks.core.motif.PositionProbabilityMatrix;

class PseudoCountTest {
  private static final PositionProbabilityMatrix ALWAYS_A =
      PositionProbabilityMatrix.of(new double[][] {{1, 0, 0, 0}});

  @Test
  void sites_loseTheirFraction_unlessNothingWereLeft() {
    assertThat(columns(12.7)).containsExactly(columns(12));
    assertThat(columns(0)).containsExactly(columns(20));
    assertThat(columns(0.5)[0]).isEqualTo((0.5 + 0.025) / 0.6, within(1e-9));
  }

  /** (b + 5e-7) / (1 + 2e-6) of 0.4, twice for a query and once more for a target. */
  @Test
  void background_isRaisedTwiceForQueries_threeTimesForTargets() {
    Background background = new Background(0.5, 0.1, 0.1, 0.3);
    MatchSettings settings =
        MatchSettings.paper().withBackground(background).withPseudoCount(1e12); // all background
    Motif motif = new Motif("a", "", ALWAYS_A, 1);
    double[] query = PseudoCount.ofQueries(settings).columns(motif);
    double[] target = PseudoCount.ofTargets(1e12, background).columns(motif);
    assertThat(query[0]).isEqualTo(0.4 - 2 * 3e-7, within(5e-12));
    assertThat(target[0]).isEqualTo(0.4 - 3 * 3e-7, within(5e-12));
    assertThat(query[3]).isEqualTo(query[0], within(2e-12)); // A and T are averaged
  }

  private static double[] columns(double sites) {
    return PseudoCount.ofTargets(0.1, Background.UNIFORM)
        .columns(new Motif("a", "", ALWAYS_A, sites));
  }
}
