package org.motifworks.core.metric;

import java.util.Arrays;

/**
 * Labelled scores in falling order, equal scores as one step: all that ranking metrics need.
 *
 * <p>Step {@code k} says how many positives and negatives score at least {@link #threshold(int)}.
 */
public final class RankedScores {
  private final float[] thresholds;
  private final int[] truePositives;
  private final int[] falsePositives;

  private RankedScores(float[] thresholds, int[] truePositives, int[] falsePositives) {
    this.thresholds = thresholds;
    this.truePositives = truePositives;
    this.falsePositives = falsePositives;
  }

  /**
   * Ranks the scores of one class.
   *
   * @param scores shape {@code [rows]}; logits or probabilities, higher means more positive
   * @param labels shape {@code [rows]}; 0 or 1
   * @throws IllegalArgumentException for different lengths, a NaN, or another label
   */
  public static RankedScores of(float[] scores, byte[] labels) {
    return ofClass(scores, labels, 1, 0);
  }

  /**
   * Ranks the scores of one class of many.
   *
   * @param scores shape {@code [rows, classes]}, row after row
   * @param labels the same shape; 0 or 1
   * @param classIndex which column, 0-based
   * @throws IllegalArgumentException for different lengths, a NaN, or another label
   */
  public static RankedScores ofClass(float[] scores, byte[] labels, int classes, int classIndex) {
    if (scores.length != labels.length || scores.length % classes != 0) {
      throw new IllegalArgumentException(
          scores.length + " scores and " + labels.length + " labels for " + classes + " classes");
    }
    long[] keys = new long[scores.length / classes];
    for (int row = 0; row < keys.length; row++) {
      int at = row * classes + classIndex;
      if (Float.isNaN(scores[at])) throw new IllegalArgumentException("Score " + row + " is NaN");
      if ((labels[at] & ~1) != 0) {
        throw new IllegalArgumentException("Label " + row + " is " + labels[at] + ", not 0 or 1");
      }
      keys[row] = (long) sortable(scores[at]) << 1 | labels[at];
    }
    Arrays.sort(keys);
    return ofSorted(keys);
  }

  private static RankedScores ofSorted(long[] keys) {
    float[] thresholds = new float[keys.length];
    int[] truePositives = new int[keys.length];
    int[] falsePositives = new int[keys.length];
    int steps = 0;
    int positives = 0;
    for (int i = keys.length - 1; i >= 0; i--) {
      positives += (int) (keys[i] & 1);
      if (i > 0 && keys[i - 1] >> 1 == keys[i] >> 1) continue; // the step ends with its last equal
      thresholds[steps] = score((int) (keys[i] >> 1));
      truePositives[steps] = positives;
      falsePositives[steps] = keys.length - i - positives;
      steps++;
    }
    return new RankedScores(
        Arrays.copyOf(thresholds, steps),
        Arrays.copyOf(truePositives, steps),
        Arrays.copyOf(falsePositives, steps));
  }

  // an int that orders as the float does; -0 and 0 are equal scores
  static int sortable(float score) {
    int bits = Float.floatToIntBits(score + 0.0f);
    return bits >= 0 ? bits : bits ^ Integer.MAX_VALUE;
  }

  private static float score(int sortable) {
    return Float.intBitsToFloat(sortable >= 0 ? sortable : sortable ^ Integer.MAX_VALUE);
  }

  /** Number of different scores. */
  public int steps() {
    return thresholds.length;
  }

  /** The score of a step, falling from step to step. */
  public float threshold(int step) {
    return thresholds[step];
  }

  /** Positives scoring at least the step's threshold. */
  public int truePositives(int step) {
    return truePositives[step];
  }

  /** Negatives scoring at least the step's threshold. */
  public int falsePositives(int step) {
    return falsePositives[step];
  }

  /** All positives. */
  public int positives() {
    return steps() == 0 ? 0 : truePositives[steps() - 1];
  }

  /** All negatives. */
  public int negatives() {
    return steps() == 0 ? 0 : falsePositives[steps() - 1];
  }
}
