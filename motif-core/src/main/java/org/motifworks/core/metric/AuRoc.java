package org.motifworks.core.metric;

import java.util.OptionalDouble;

/**
 * Area under the ROC curve: how likely a positive scores above a negative, a tie counting half
 * (Mann &amp; Whitney). From 0 to 1, 0.5 by chance.
 */
public final class AuRoc {
  private AuRoc() {}

  /** The area; empty when there are no positives or no negatives. */
  public static OptionalDouble of(RankedScores ranked) {
    if (ranked.positives() == 0 || ranked.negatives() == 0) return OptionalDouble.empty();
    long twiceArea = 0; // whole numbers: exact, and the same in any order
    int tp = 0;
    int fp = 0;
    for (int step = 0; step < ranked.steps(); step++) {
      long newNegatives = ranked.falsePositives(step) - fp;
      twiceArea += newNegatives * ((long) tp + ranked.truePositives(step));
      tp = ranked.truePositives(step);
      fp = ranked.falsePositives(step);
    }
    return OptionalDouble.of(0.5 * twiceArea / ((double) ranked.positives() * ranked.negatives()));
  }

  /** The area for scores and labels of shape {@code [rows]}; see {@link RankedScores#of}. */
  public static OptionalDouble of(float[] scores, byte[] labels) {
    return of(RankedScores.of(scores, labels));
  }
}
