package org.motifworks.core.match;

import java.util.Arrays;

/**
 * Null distributions of sums of scores: for query columns {@code [start, start + length)}, the
 * chance that a random column at each of them together bring at least a score.
 *
 * <p>Made by convolving the columns' histograms one after the other; only non-negative numbers are
 * added, so small tails keep their digits. One start at a time; not for use by two threads.
 */
final class RangeTails {
  private final double[][] histograms;
  private final int[] lowest; // score of each histogram that is not 0
  private final int[] highest;
  private final double[][] tails; // by length, from the lowest possible sum on
  private final int[] lowestSum;
  private final int[] highestSum;
  private double[] sums;
  private double[] longerSums;
  private final double[] shifted;

  /**
   * @param longest number of columns of the longest range wanted
   */
  RangeTails(double[][] histograms, int longest) {
    this.histograms = histograms;
    lowest = new int[histograms.length];
    highest = new int[histograms.length];
    for (int i = 0; i < histograms.length; i++) {
      double[] histogram = histograms[i];
      highest[i] = histogram.length - 1;
      while (histogram[lowest[i]] == 0) lowest[i]++;
      while (histogram[highest[i]] == 0) highest[i]--;
    }
    int longestRange = Math.min(longest, histograms.length);
    int mostSums = longestRange * ColumnScores.RANGE + 1;
    tails = new double[longestRange + 1][];
    for (int length = 1; length < tails.length; length++) {
      tails[length] = new double[length * ColumnScores.RANGE + 1];
    }
    lowestSum = new int[tails.length];
    highestSum = new int[tails.length];
    sums = new double[mostSums];
    longerSums = new double[mostSums];
    shifted = new double[mostSums];
  }

  /** Makes the tails of all ranges from a query column on. */
  void startAt(int start) {
    sums[0] = 1;
    int lengths = Math.min(tails.length - 1, histograms.length - start);
    for (int length = 1; length <= lengths; length++) {
      int column = start + length - 1;
      lowestSum[length] = lowestSum[length - 1] + lowest[column];
      highestSum[length] = highestSum[length - 1] + highest[column];
      convolve(column, 1 + highestSum[length - 1] - lowestSum[length - 1]);
      accumulate(tails[length], 1 + highestSum[length] - lowestSum[length]);
    }
  }

  /** Chance of at least {@code score} over the first {@code length} columns from the start. */
  double atLeast(int length, int score) {
    if (score <= lowestSum[length]) return 1;
    return score > highestSum[length] ? 0 : tails[length][score - lowestSum[length]];
  }

  /** {@code sums} of one column more: sum over i and j of sums[i] histogram[j], at i + j. */
  private void convolve(int column, int size) {
    double[] histogram = histograms[column];
    int steps = highest[column] - lowest[column];
    Arrays.fill(longerSums, 0, size + steps, 0);
    for (int j = 0; j <= steps; j++) {
      double weight = histogram[lowest[column] + j];
      if (weight == 0) continue;
      // both arrays read at the same index, or the virtual machine does not vectorise the loop
      System.arraycopy(sums, 0, shifted, j, size);
      addWeighted(shifted, weight, longerSums, j, j + size);
    }
    double[] free = sums;
    sums = longerSums;
    longerSums = free;
  }

  private static void addWeighted(double[] from, double weight, double[] to, int first, int end) {
    for (int i = first; i < end; i++) to[i] += from[i] * weight;
  }

  private void accumulate(double[] tail, int size) {
    double sum = 0;
    for (int i = size - 1; i >= 0; i--) {
      sum += sums[i];
      tail[i] = Math.min(1, sum);
    }
  }
}
