package org.motifworks.core.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.ByteRange;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.motifworks.core.sequence.ReverseComplement;

class DriftCountsTest {

  private static final String LETTERS = "ACGTN";

  /** The examples of SciPy's {@code distance.jensenshannon}, whose square is the divergence. */
  @Test
  void divergence_ofScipysExamples_isTheirs() {
    double nats = Math.pow(0.46450140402245893, 2);
    assertThat(JensenShannonDivergence.bits(new double[] {1, 0}, new double[] {.5, .5}))
        .isCloseTo(nats / Math.log(2), within(1e-12));
    assertThat(JensenShannonDivergence.bits(new double[] {1, 0, 0}, new double[] {0, 1, 0}))
        .isEqualTo(1);
  }

  @Test
  void divergence_ofNothing_isRefused() {
    assertThatThrownBy(() -> JensenShannonDivergence.bits(new double[] {0, 0}, new double[] {1, 0}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nothing was counted");
  }

  /** As entropy of the middle less the middle of the entropies, the other way to define it. */
  @Property(seed = "1")
  void divergence_isSymmetric_ofSharesOnly_andTheEntropyGained(
      @ForAll @Size(5) List<@DoubleRange(min = 0.01, max = 100) Double> some,
      @ForAll @Size(5) List<@DoubleRange(min = 0.01, max = 100) Double> others) {
    double[] p = shares(some);
    double[] q = shares(others);
    double[] middle = new double[5];
    double[] tenfold = new double[5];
    Arrays.setAll(middle, i -> (p[i] + q[i]) / 2);
    Arrays.setAll(tenfold, i -> 10 * p[i]);
    double bits = JensenShannonDivergence.bits(p, q);
    assertThat(bits).isCloseTo(entropy(middle) - (entropy(p) + entropy(q)) / 2, within(1e-12));
    assertThat(bits).isCloseTo(JensenShannonDivergence.bits(q, tenfold), within(1e-12));
    assertThat(bits).isBetween(0.0, 1.0);
  }

  @Property(seed = "2", tries = 200)
  void kmers_ofEitherStrand_areThoseThatWordsGive(
      @ForAll @Size(max = 60) List<@ByteRange(min = 0, max = 4) Byte> nucleotides) {
    byte[] tokens = new byte[nucleotides.size()];
    for (int i = 0; i < tokens.length; i++) tokens[i] = nucleotides.get(i);
    DriftCounts counts = new DriftCounts(0);
    counts.addSequence(tokens);
    DriftCounts opposite = new DriftCounts(0);
    opposite.addSequence(ReverseComplement.of(tokens));
    assertThat(counts.kmers()).containsExactly(slowly(tokens)).isEqualTo(opposite.kmers());
  }

  @Test
  void scores_ofBothEnds_areInTheOutermostBins() {
    DriftCounts counts = new DriftCounts(2);
    counts.addScores(new float[] {9, 0f, 1f, 9}, 1);
    counts.addScores(new float[] {.0499f, .05f}, 0);
    assertThat(counts.scores(0)).startsWith(2, 0);
    assertThat(counts.scores(1)).startsWith(0, 1).endsWith(0, 1);
  }

  @Test
  void scoreDivergence_isThatOfTheClassFurthestOff_andHalvingChangesNothing() {
    DriftCounts reference = new DriftCounts(2);
    DriftCounts later = new DriftCounts(2);
    for (int i = 0; i < 10; i++) {
      reference.addScores(new float[] {.1f, .9f}, 0);
      later.addScores(new float[] {.1f, i < 5 ? .9f : .2f}, 0);
    }
    double expected = JensenShannonDivergence.bits(new double[] {1, 0}, new double[] {.5, .5});
    assertThat(later.scoreDivergence(reference)).isCloseTo(expected, within(1e-12));
    later.halve();
    assertThat(later.scoreDivergence(reference)).isCloseTo(expected, within(1e-12));
  }

  /** Counts words as text, of which the alphabetically first of the two strands stands. */
  private static double[] slowly(byte[] tokens) {
    TreeMap<String, Double> counts = new TreeMap<>();
    for (int i = 0; i < 256; i++) {
      counts.put(
          kind(
              new byte[] {
                (byte) (i / 64), (byte) (i / 16 % 4), (byte) (i / 4 % 4), (byte) (i % 4)
              }),
          0.0);
    }
    for (int i = 0; i + 4 <= tokens.length; i++) {
      byte[] word = Arrays.copyOfRange(tokens, i, i + 4);
      if (!text(word).contains("N")) counts.merge(kind(word), 1.0, Double::sum);
    }
    return counts.values().stream().mapToDouble(count -> count).toArray();
  }

  private static String kind(byte[] word) {
    return Stream.of(text(word), text(ReverseComplement.of(word))).sorted().findFirst().get();
  }

  private static String text(byte[] word) {
    StringBuilder text = new StringBuilder();
    for (byte token : word) text.append(LETTERS.charAt(token));
    return text.toString();
  }

  private static double[] shares(List<Double> counts) {
    double sum = counts.stream().mapToDouble(count -> count).sum();
    return counts.stream().mapToDouble(count -> count / sum).toArray();
  }

  private static double entropy(double[] shares) {
    return -Arrays.stream(shares).map(p -> p * Math.log(p) / Math.log(2)).sum();
  }
}
