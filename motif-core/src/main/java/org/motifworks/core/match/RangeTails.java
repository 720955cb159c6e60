package org.motifworks.core.match;

/**
 * Null distributions of sums of scores: for query columns {@code [start, start + length)}, the
 * chance that a random column at each of them together bring at least a score.
 *
 * <p>Made by convolving the columns' histograms one after the other; only non-negative numbers are
 * added, so small tails keep their digits.
 */
final class RangeTails {
  private final double[][] tails;

  /**
   * All ranges from one start.
   *
   * @param longest number of columns of the longest range wanted
   */
  RangeTails(double[][] histograms, int start, int longest) {
    int lengths = Math.min(longest, histograms.length - start);
    tails = new double[lengths + 1][];
    double[] distribution = {1};
    for (int length = 1; length <= lengths; length++) {
      distribution = convolve(distribution, histograms[start + length - 1]);
      tails[length] = tail(distribution);
    }
  }

  /** Chance of at least {@code score} over the first {@code length} columns from the start. */
  double atLeast(int length, int score) {
    if (score <= 0) return 1;
    double[] tail = tails[length];
    return score < tail.length ? tail[score] : 0;
  }

  private static double[] convolve(double[] a, double[] b) {
    double[] sum = new double[a.length + b.length - 1];
    int from = 0; // low sums are rare: most of a distribution begins with zeros
    while (a[from] == 0) from++;
    for (int j = 0; j < b.length; j++) {
      double weight = b[j];
      if (weight == 0) continue;
      for (int i = from; i < a.length; i++) sum[i + j] += a[i] * weight;
    }
    return sum;
  }

  private static double[] tail(double[] distribution) {
    double[] tail = distribution.clone();
    for (int i = tail.length - 2; i >= 0; i--) tail[i] += tail[i + 1];
    for (int i = 0; i < tail.length; i++) tail[i] = Math.min(1, tail[i]);
    return tail;
  }
}
