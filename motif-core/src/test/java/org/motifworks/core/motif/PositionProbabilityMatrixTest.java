package org.motifworks.core.motif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

public class PositionProbabilityMatrixTest {
  private static final double[] FLAT = {0.25, 0.25, 0.25, 0.25};
  private static final double[] ONLY_A = {1, 0, 0, 0};

  @Test
  void informationContent_ofUniformPosition_isZero() {
    assertThat(PositionProbabilityMatrix.of(new double[][] {FLAT}).informationContent(0)).isZero();
  }

  @Test
  void informationContent_ofConservedPosition_isTwoBits() {
    assertThat(PositionProbabilityMatrix.of(new double[][] {ONLY_A}).informationContent(0))
        .isEqualTo(2);
  }

  @Test
  void informationContent_ofTwoEquallyLikelyNucleotides_isOneBit() {
    double[][] rows = {{0.5, 0, 0, 0.5}};
    assertThat(PositionProbabilityMatrix.of(rows).informationContent()).isEqualTo(1, within(1e-12));
  }

  @Test
  void reverseComplement_reversesPositionsAndExchangesNucleotides() {
    double[][] rows = {{0.7, 0.1, 0.2, 0}, {0, 0, 1, 0}};
    assertThat(PositionProbabilityMatrix.of(rows).reverseComplement().rows())
        .isDeepEqualTo(new double[][] {{0, 1, 0, 0}, {0, 0.2, 0.1, 0.7}});
  }

  @Property
  void reverseComplement_twice_isIdentity(@ForAll("matrices") PositionProbabilityMatrix motif) {
    assertThat(motif.reverseComplement().reverseComplement()).isEqualTo(motif);
    assertThat(motif.reverseComplement().informationContent())
        .isEqualTo(motif.informationContent(), within(1e-9));
  }

  @Test
  void trimmed_keepsTheInformativeSpanAndItsPadding() {
    double[][] rows = {FLAT, FLAT, ONLY_A, FLAT, ONLY_A, FLAT, FLAT};
    PositionProbabilityMatrix matrix = PositionProbabilityMatrix.of(rows);
    assertThat(matrix.trimmed(0.5, 0)).contains(matrix.slice(2, 5));
    assertThat(matrix.trimmed(0.5, 1)).contains(matrix.slice(1, 6));
    assertThat(matrix.trimmed(0.5, 9)).contains(matrix);
    assertThat(matrix.slice(0, 2).trimmed(0.5, 3)).isEmpty();
  }

  @Test
  void of_refusesWhatIsNoDistributionAndNamesThePosition() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PositionProbabilityMatrix.of(new double[][] {FLAT, {0, 0, 0, 0}}))
        .withMessageContaining("Position 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PositionProbabilityMatrix.of(new double[][] {{Double.NaN, 1, 0, 0}}))
        .withMessageContaining("NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PositionProbabilityMatrix.of(new double[0][]));
  }

  @Test
  void consensus_ofEquals_isTheFirst() {
    double[][] rows = {FLAT, {0.1, 0.4, 0.4, 0.1}, {1, 0, 0, 0}};
    assertThat(PositionProbabilityMatrix.of(rows).consensus()).isEqualTo("ACA");
  }

  @Provide
  Arbitrary<PositionProbabilityMatrix> matrices() {
    return Arbitraries.integers()
        .between(1, 30)
        .flatMap(width -> Arbitraries.longs().map(seed -> random(width, seed)));
  }

  /** A random matrix of a width, rows drawn from (0, 1) and normalised. */
  public static PositionProbabilityMatrix random(int width, long seed) {
    Random random = new Random(seed);
    double[][] rows = new double[width][4];
    for (double[] row : rows) {
      for (int i = 0; i < 4; i++) row[i] = Math.pow(random.nextDouble(), 3) + 1e-6;
    }
    return PositionProbabilityMatrix.normalized(rows);
  }
}
