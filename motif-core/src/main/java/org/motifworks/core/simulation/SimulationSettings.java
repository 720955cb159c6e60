package org.motifworks.core.simulation;

import java.util.Objects;
import org.motifworks.core.dataset.SplitFractions;

/**
 * What decides every byte of a simulated dataset.
 *
 * <p>From 86 nt on (five motifs of 16 nt and six spacers of 1) everything fits. In a shorter
 * sequence a draw that does not fit is drawn again, number of motifs included, so short sequences
 * hold fewer motifs than the paper's.
 *
 * @param sequences how many, in all splits together
 * @param length nt of each; at least the widest motif (16) and its two shortest spacers
 * @param spacers how near motifs may come to each other
 * @param seed the same seed gives the same bytes
 * @param splits the share of each split
 */
public record SimulationSettings(
    int sequences, int length, SpacerRule spacers, long seed, SplitFractions splits) {

  /** More than any published set; what keeps ids and splits in memory small. */
  public static final int MOST_SEQUENCES = 10_000_000;

  public static final int LONGEST = 1_000_000;

  public SimulationSettings {
    Objects.requireNonNull(spacers, "spacers");
    Objects.requireNonNull(splits, "splits");
    int shortest = shortest(spacers);
    if (sequences < 1 || sequences > MOST_SEQUENCES) {
      throw new IllegalArgumentException(
          "sequences is 1 to " + MOST_SEQUENCES + ", not " + sequences);
    }
    if (length < shortest || length > LONGEST) {
      throw new IllegalArgumentException(
          String.format(
              "length is %d to %d nt, not %d: the widest motif has %d nt and a spacer of %d on both"
                  + " sides",
              shortest, LONGEST, length, PaperFactors.widest(), spacers.minimum()));
    }
  }

  /** The paper's: 25,000 sequences of 200 nt, spacers as in the code, 17,500 / 2,500 / 5,000. */
  public static SimulationSettings paper(long seed) {
    return new SimulationSettings(25_000, 200, SpacerRule.CODE, seed, SplitFractions.PAPER);
  }

  /** The shortest sequence that any one motif fits into, nt. */
  public static int shortest(SpacerRule spacers) {
    return PaperFactors.widest() + 2 * spacers.minimum();
  }

  public SimulationSettings withSequences(int count) {
    return new SimulationSettings(count, length, spacers, seed, splits);
  }

  public SimulationSettings withLength(int nucleotides) {
    return new SimulationSettings(sequences, nucleotides, spacers, seed, splits);
  }

  public SimulationSettings withSpacers(SpacerRule rule) {
    return new SimulationSettings(sequences, length, rule, seed, splits);
  }
}
