package org.motifworks.core.drift;

/** How far two distributions are apart: Lin 1991, IEEE Trans. Inf. Theory 37, 145, in bits. */
public final class JensenShannonDivergence {

  private JensenShannonDivergence() {}

  /**
   * From 0 (the same shares) to 1 (nothing in common); symmetric, and its square root a metric.
   *
   * @param first how often each of n things was seen; need not sum to 1
   * @param second the same of other observations
   * @throws IllegalArgumentException when they differ in length, or one has seen nothing
   */
  public static double bits(double[] first, double[] second) {
    if (first.length != second.length) {
      throw new IllegalArgumentException(
          first.length + " things cannot be compared with " + second.length);
    }
    double sumOfFirst = sum(first);
    double sumOfSecond = sum(second);
    double bits = 0;
    for (int i = 0; i < first.length; i++) {
      double p = first[i] / sumOfFirst;
      double q = second[i] / sumOfSecond;
      double middle = (p + q) / 2;
      bits += (term(p, middle) + term(q, middle)) / 2;
    }
    return Math.max(0, Math.min(1, bits)); // rounding may leave the range by some 1e-17
  }

  private static double term(double p, double middle) {
    return p > 0 ? p * Math.log(p / middle) / Math.log(2) : 0; // lim p→0 of p log p is 0
  }

  private static double sum(double[] counts) {
    double sum = 0;
    for (double count : counts) sum += count;
    if (sum > 0) return sum;
    throw new IllegalArgumentException("nothing was counted");
  }
}
