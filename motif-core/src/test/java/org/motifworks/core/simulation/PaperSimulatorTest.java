package org.motifworks.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.motifworks.core.dataset.PlacedMotif;
import org.motifworks.core.motif.PositionProbabilityMatrix;
import org.motifworks.core.motif.Strand;
import org.motifworks.core.sequence.DnaAlphabet;

class PaperSimulatorTest {

  private static final long SEED = 20190401;
  private static final List<SimulatedSequence> PAPER = simulate(SimulationSettings.paper(SEED));

  @ParameterizedTest
  @EnumSource(SpacerRule.class)
  void motifs_lieApartAndInside(SpacerRule rule) {
    for (SimulatedSequence made : simulate(SimulationSettings.paper(SEED).withSpacers(rule))) {
      int end = 0;
      assertThat(made.tokens()).hasSize(200).doesNotContain(4);
      for (PlacedMotif placed : made.placed()) {
        assertThat(placed.start() - end).as(made.id()).isGreaterThanOrEqualTo(rule.minimum());
        assertThat(placed.end() - placed.start()).isEqualTo(factor(placed.factor()).width());
        assertThat(placed.motif()).isEqualTo(factor(placed.factor()).motif().id());
        end = placed.end();
      }
      assertThat(200 - end).as(made.id()).isGreaterThanOrEqualTo(rule.minimum());
    }
  }

  /**
   * From an independent version in Python with NumPy, which builds the 200 x 4 sequence model and
   * samples from that; all 25,000 sequences were equal.
   */
  @Test
  void sequences_equalThoseOfAnIndependentVersion() {
    assertThat(DnaAlphabet.format(PAPER.get(0).tokens()))
        .isEqualTo(
            "CGTAAGTATCTGGCTGGGGTATGAATGAGAGGTGGGGTGTGCCAGAAAGGAGTGCAAATCCTCCCTTAGA"
                + "ATGATCCACACCTGCTTAGAGTTCCGCTCGCAATTGGACCTTTCCCCCTATATCTTTGGTGACTCAGCCT"
                + "GTCAGTAACTCTTCCCGCGCGAGATCAGCACTGTCAGTGTGCAAGTGCCGACTCTAGGAC");
    assertThat(DnaAlphabet.format(PAPER.get(1).tokens()))
        .isEqualTo(
            "TGCAATATCCCAACTTGCGTGCCCATATAAGGTCGCGTGCACGCACATGTCTGGACGTCGAGATTCTTTC"
                + "TTCCGTCAAACACAAATAGCGTTAAGACTCCAGGTGCTGAAATACGCTATCCACATAGCTCCAACTCACA"
                + "TTCAGCTTTAAAAGTATGATCAGGATGTGATAATGGATTTCATCGCTAGGTGGGGAACGT");
    assertThat(DnaAlphabet.format(PAPER.get(24999).tokens()))
        .isEqualTo(
            "AATTTTTACACTGCGCAGTGAGTACACCGTACGGGCCCACAACATAATGCCGTAGGTGCGTCTCATCCTT"
                + "CCCGCTGGTGGTGTGATCCGCGGTTTTTGCGTCATAGCGACCGCAATCGCTCAGTCGAAGTCCATATAAG"
                + "GTCAGACCAGCAGCACGTATGTTACAGCGACGGTGGGATCAACGGACTAGGCCACGGAAT");
  }

  @Test
  void labels_areThePlacedFactors() {
    for (SimulatedSequence made : PAPER) {
      byte[] expected = new byte[12];
      for (PlacedMotif placed : made.placed()) {
        expected[PaperFactors.names().indexOf(placed.factor())] = 1;
      }
      assertThat(made.labels()).isEqualTo(expected);
    }
  }

  @Test
  void meanNumberOfLabels_isThePapers() {
    double labels = 0;
    for (SimulatedSequence made : PAPER) for (byte label : made.labels()) labels += label;
    // Exactly sum P(k) 12 (1 - (11/12)^k) = 1.751, the paper's own draw 1.753; 5 sd of a mean of
    // 25,000 are 0.03.
    assertThat(labels / PAPER.size()).isCloseTo(1.751, within(0.03));
  }

  @Test
  void numberOfMotifs_hasThePapersDistribution() {
    int[] counts = new int[6];
    for (SimulatedSequence made : PAPER) counts[made.placed().size()]++;
    double[] expected = {0, .5, .25, .17, .05, .03};
    for (int k = 0; k <= 5; k++) {
      assertThat(counts[k] / 25_000.0).as("%d motifs", k).isCloseTo(expected[k], within(0.015));
    }
    assertThat(counts[0]).isZero();
  }

  @Test
  void motifs_areDrawnUniformlyFromThePoolOf24() {
    int[] drawn = new int[24];
    int all = 0;
    for (SimulatedSequence made : PAPER) {
      for (PlacedMotif placed : made.placed()) {
        int strand = placed.strand() == Strand.FORWARD ? 0 : 1;
        drawn[2 * PaperFactors.names().indexOf(placed.factor()) + strand]++;
        all++;
      }
    }
    for (int count : drawn) assertThat(count).isCloseTo(all / 24, within(220)); // 5 sd
  }

  @Test
  void spacersOfTheCode_areZeroInAboutOnePercentOfSequences() {
    long touching = PAPER.stream().filter(PaperSimulatorTest::hasZeroSpacer).count();
    assertThat(touching / 25_000.0).isBetween(0.006, 0.02);
  }

  @Test
  void background_isUniform() {
    long[] counts = new long[4];
    long all = 0;
    for (SimulatedSequence made : PAPER) {
      int from = 0;
      for (PlacedMotif placed : made.placed()) {
        for (int i = from; i < placed.start(); i++, all++) counts[made.tokens()[i]]++;
        from = placed.end();
      }
    }
    for (long count : counts) assertThat((double) count / all).isCloseTo(.25, within(.002));
  }

  /** Sites read back along the strand the truth names give the matrix they were drawn from. */
  @ParameterizedTest
  @EnumSource(Strand.class)
  void embeddedSites_haveTheFrequenciesOfTheirMatrix(Strand strand) {
    for (TranscriptionFactor factor : PaperFactors.all()) {
      double[][] counts = new double[factor.width()][4];
      for (SimulatedSequence made : PAPER) {
        for (PlacedMotif placed : made.placed()) {
          if (!placed.factor().equals(factor.name()) || placed.strand() != strand) continue;
          for (int i = 0; i < factor.width(); i++) counts[i][made.tokens()[placed.start() + i]]++;
        }
      }
      PositionProbabilityMatrix sampled =
          PositionProbabilityMatrix.normalized(counts).onStrand(strand);
      PositionProbabilityMatrix truth = factor.motif().matrix();
      for (int position = 0; position < factor.width(); position++) {
        for (int n = 0; n < 4; n++) {
          double p = truth.probability(position, n);
          // 5 sd of about 1,900 sites; what has no probability is never drawn
          double tolerance = 5 * Math.sqrt(p * (1 - p) / 1700);
          assertThat(sampled.probability(position, n))
              .as("%s %s position %d nucleotide %d", factor.name(), strand, position, n)
              .isCloseTo(p, within(tolerance + 1e-12));
        }
      }
    }
  }

  @Test
  void anyOrderAndAnyThreads_giveTheSameSequences() {
    PaperSimulator simulator = new PaperSimulator(SimulationSettings.paper(SEED));
    List<SimulatedSequence> backwards =
        IntStream.range(0, 2000).parallel().mapToObj(i -> simulator.sequence(1999 - i)).toList();
    for (int i = 0; i < 2000; i++) {
      assertThat(backwards.get(1999 - i).tokens()).isEqualTo(PAPER.get(i).tokens());
      assertThat(backwards.get(1999 - i).placed()).isEqualTo(PAPER.get(i).placed());
    }
  }

  @Test
  void otherSeeds_giveOtherSequences() {
    PaperSimulator other = new PaperSimulator(SimulationSettings.paper(SEED + 1));
    assertThat(other.sequence(0).tokens()).isNotEqualTo(PAPER.get(0).tokens());
    assertThat(other.sequence(0).tokens()).isNotEqualTo(PAPER.get(1).tokens());
    assertThat(PAPER.get(0).id()).isEqualTo("sim-000001");
    assertThat(PAPER.get(24_999).id()).isEqualTo("sim-025000");
  }

  @ParameterizedTest
  @CsvSource({"CODE, 16", "TEXT, 18", "TEXT, 40", "CODE, 80", "TEXT, 86", "TEXT, 1000"})
  void everyAllowedLength_canBeMade(SpacerRule rule, int length) {
    SimulationSettings settings =
        SimulationSettings.paper(SEED).withSpacers(rule).withSequences(500).withLength(length);
    for (SimulatedSequence made : simulate(settings)) {
      assertThat(made.tokens()).hasSize(length);
      assertThat(made.placed()).isNotEmpty();
      assertThat(made.placed().get(0).start()).isGreaterThanOrEqualTo(rule.minimum());
    }
  }

  @Test
  void impossibleSettings_areRefusedWithTheReason() {
    SimulationSettings paper = SimulationSettings.paper(SEED).withSpacers(SpacerRule.TEXT);
    assertThatThrownBy(() -> paper.withLength(17))
        .hasMessage(
            "length is 18 to 1000000 nt, not 17: the widest motif has 16 nt and a spacer of 1 on"
                + " both sides");
    assertThatThrownBy(() -> paper.withSequences(0)).hasMessageContaining("sequences is 1 to");
  }

  private static boolean hasZeroSpacer(SimulatedSequence made) {
    int end = 0;
    for (PlacedMotif placed : made.placed()) {
      if (placed.start() == end) return true;
      end = placed.end();
    }
    return end == made.tokens().length;
  }

  private static TranscriptionFactor factor(String name) {
    return PaperFactors.all().get(PaperFactors.names().indexOf(name));
  }

  private static List<SimulatedSequence> simulate(SimulationSettings settings) {
    PaperSimulator simulator = new PaperSimulator(settings);
    return IntStream.range(0, settings.sequences()).mapToObj(simulator::sequence).toList();
  }
}
