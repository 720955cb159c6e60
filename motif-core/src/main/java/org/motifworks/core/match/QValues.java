package org.motifworks.core.match;

import java.util.Arrays;

/**
 * q-values (Storey 2002) with the share of true nulls estimated by bootstrap, drawn as the
 * reference program draws: the generator goes on from query to query.
 */
final class QValues {
  private static final int SEED = 4357;
  private static final int LAMBDAS = 100;
  private static final double MAX_LAMBDA = 0.5;
  private static final int BOOTSTRAPS = 100;
  private static final int SAMPLE = 1000;
  private static final int TOO_FEW = 100;

  private QValues() {}

  /** The generator as it is before the first query. */
  static MersenneTwister generator() {
    return new MersenneTwister(SEED);
  }

  /** Goes on by what one query draws. */
  static void skip(MersenneTwister random, int pValues) {
    if (pValues > TOO_FEW) random.skip(BOOTSTRAPS * SAMPLE);
  }

  /** The q-value of each p-value, in the same order. */
  static double[] of(double[] pValues, MersenneTwister random) {
    double[] sorted = pValues.clone();
    Arrays.sort(sorted);
    double share = nullShare(sorted, random);
    int n = sorted.length;
    double[] qSorted = new double[n];
    double least = 1;
    for (int i = n - 1; i >= 0; i--) {
      least = Math.min(least, share * sorted[i] * n / (i + 1));
      qSorted[i] = least;
    }
    double[] q = new double[n];
    for (int i = 0; i < n; i++) q[i] = qSorted[Arrays.binarySearch(sorted, pValues[i])];
    return q;
  }

  private static double nullShare(double[] sorted, MersenneTwister random) {
    int n = sorted.length;
    if (n <= TOO_FEW) return 1;
    int[] bin = new int[n]; // number of lambdas below each p-value
    int lambdaIndex = 0;
    for (int i = 0; i < n; i++) {
      while (lambdaIndex < LAMBDAS && lambda(lambdaIndex) < sorted[i]) lambdaIndex++;
      bin[i] = lambdaIndex;
    }
    int[] counts = new int[LAMBDAS + 1];
    for (int b : bin) counts[b]++;
    double[] estimates = estimates(counts, n);
    double least = Arrays.stream(estimates).min().orElseThrow();
    double[] squaredError = new double[LAMBDAS];
    for (int bootstrap = 0; bootstrap < BOOTSTRAPS; bootstrap++) {
      Arrays.fill(counts, 0);
      for (int i = 0; i < SAMPLE; i++) counts[bin[random.nextIndex(n)]]++;
      double[] resampled = estimates(counts, SAMPLE);
      for (int k = 0; k < LAMBDAS; k++) {
        squaredError[k] += (resampled[k] - least) * (resampled[k] - least);
      }
    }
    int best = 0;
    for (int k = 1; k < LAMBDAS; k++) if (squaredError[k] < squaredError[best]) best = k;
    return Math.max(0, Math.min(1, estimates[best]));
  }

  private static double lambda(int k) {
    return (k + 1) / (double) LAMBDAS * MAX_LAMBDA;
  }

  /** Share of p-values over each lambda, divided by what a uniform distribution would have. */
  private static double[] estimates(int[] counts, int n) {
    double[] estimates = new double[LAMBDAS];
    int over = 0;
    for (int k = LAMBDAS - 1; k >= 0; k--) {
      over += counts[k + 1];
      estimates[k] = over / (n * (1 - lambda(k)));
    }
    return estimates;
  }
}
