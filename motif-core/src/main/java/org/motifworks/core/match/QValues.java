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
  private static final double[] LAMBDA = lambdas();
  private static final int BOOTSTRAPS = 100;
  private static final int SAMPLE = 1000;
  private static final int TOO_FEW = 100;

  private final double[] pValues; // sorted
  private final double[] qValues; // in the same order

  /**
   * @param pValues of one query with every target
   * @param random as it is before this query; goes on by what one query draws
   */
  QValues(double[] pValues, MersenneTwister random) {
    this.pValues = pValues.clone();
    Arrays.sort(this.pValues);
    double share = nullShare(this.pValues, random);
    int n = pValues.length;
    qValues = new double[n];
    double least = 1;
    for (int i = n - 1; i >= 0; i--) {
      least = Math.min(least, share * this.pValues[i] * n / (i + 1));
      qValues[i] = least;
    }
  }

  /** The generator as it is before the first query. */
  static MersenneTwister generator() {
    return new MersenneTwister(SEED);
  }

  /** Goes on by what one query draws. */
  static void skip(MersenneTwister random, int pValues) {
    if (pValues > TOO_FEW) random.skip(BOOTSTRAPS * SAMPLE);
  }

  /** The q-value of one of the p-values. */
  double of(double pValue) {
    return qValues[Arrays.binarySearch(pValues, pValue)]; // equal p-values have equal q-values
  }

  private static double nullShare(double[] sorted, MersenneTwister random) {
    int n = sorted.length;
    if (n <= TOO_FEW) return 1;
    int[] bin = new int[n]; // number of lambdas not above each p-value
    int lambdaIndex = 0;
    for (int i = 0; i < n; i++) {
      while (lambdaIndex < LAMBDAS && LAMBDA[lambdaIndex] <= sorted[i]) lambdaIndex++;
      bin[i] = lambdaIndex;
    }
    int[] counts = new int[LAMBDAS + 1];
    for (int b : bin) counts[b]++;
    double[] estimates = new double[LAMBDAS];
    estimate(counts, n, estimates);
    double least = Arrays.stream(estimates).min().orElseThrow();
    double[] squaredError = new double[LAMBDAS];
    double[] resampled = new double[LAMBDAS];
    for (int bootstrap = 0; bootstrap < BOOTSTRAPS; bootstrap++) {
      Arrays.fill(counts, 0);
      for (int i = 0; i < SAMPLE; i++) counts[bin[random.nextIndex(n)]]++;
      estimate(counts, SAMPLE, resampled);
      for (int k = 0; k < LAMBDAS; k++) {
        squaredError[k] += (resampled[k] - least) * (resampled[k] - least);
      }
    }
    int best = 0;
    for (int k = 1; k < LAMBDAS; k++) if (squaredError[k] < squaredError[best]) best = k;
    return Math.max(0, Math.min(1, estimates[best]));
  }

  /**
   * Share of p-values from each lambda on, divided by what a uniform distribution would have; where
   * there are none, that lambda tells nothing.
   */
  private static void estimate(int[] counts, int n, double[] estimates) {
    int over = 0;
    for (int k = LAMBDAS - 1; k >= 0; k--) {
      over += counts[k + 1];
      estimates[k] = over == 0 ? Double.POSITIVE_INFINITY : over / (n * (1 - LAMBDA[k]));
    }
  }

  private static double[] lambdas() {
    double[] lambdas = new double[LAMBDAS];
    for (int k = 0; k < LAMBDAS; k++) lambdas[k] = (k + 1) / (double) LAMBDAS * MAX_LAMBDA;
    return lambdas;
  }
}
