package org.motifworks.core.match;

import java.util.Arrays;

/**
 * q-values (Storey 2002) with the share of true nulls estimated by bootstrap, drawn as the
 * reference program draws: the generator goes on from query to query.
 */
final class QValues {
  private static final int LAMBDAS = 100;
  private static final double MAX_LAMBDA = 0.5;
  private static final double[] LAMBDA = lambdas();

  private final double[] pValues; // sorted
  private final double[] qValues; // in the same order

  /**
   * @param pValues of one query with every target
   * @param bootstrap of this query
   */
  QValues(double[] pValues, Bootstrap bootstrap) {
    this.pValues = pValues.clone();
    Arrays.sort(this.pValues);
    double share = nullShare(this.pValues, bootstrap);
    int n = pValues.length;
    qValues = new double[n];
    double least = 1;
    for (int i = n - 1; i >= 0; i--) {
      least = Math.min(least, share * this.pValues[i] * n / (i + 1));
      qValues[i] = least;
    }
  }

  /** The q-value of one of the p-values. */
  double of(double pValue) {
    return qValues[Arrays.binarySearch(pValues, pValue)]; // equal p-values have equal q-values
  }

  private static double nullShare(double[] sorted, Bootstrap bootstrap) {
    int n = sorted.length;
    if (n <= Bootstrap.TOO_FEW) return 1;
    int[] first = new int[LAMBDAS]; // rank of the first p-value not below each lambda
    int rank = 0;
    for (int k = 0; k < LAMBDAS; k++) {
      while (rank < n && sorted[rank] < LAMBDA[k]) rank++;
      first[k] = rank;
    }
    double[] estimates = new double[LAMBDAS];
    for (int k = 0; k < LAMBDAS; k++) estimates[k] = estimate(n - first[k], n, k);
    double least = Arrays.stream(estimates).min().orElseThrow();
    double[] squaredError = new double[LAMBDAS];
    bootstrap.forEachSample(
        below -> {
          for (int k = 0; k < LAMBDAS; k++) {
            int over = Bootstrap.SAMPLE_SIZE - below[first[k]];
            double error = estimate(over, Bootstrap.SAMPLE_SIZE, k) - least;
            squaredError[k] += error * error;
          }
        });
    int best = 0;
    for (int k = 1; k < LAMBDAS; k++) if (squaredError[k] < squaredError[best]) best = k;
    return Math.max(0, Math.min(1, estimates[best]));
  }

  /**
   * Share of p-values from a lambda on, divided by what a uniform distribution would have; where
   * there are none, that lambda tells nothing.
   */
  private static double estimate(int over, int n, int lambda) {
    return over == 0 ? Double.POSITIVE_INFINITY : over / (n * (1 - LAMBDA[lambda]));
  }

  private static double[] lambdas() {
    double[] lambdas = new double[LAMBDAS];
    for (int k = 0; k < LAMBDAS; k++) lambdas[k] = (k + 1) / (double) LAMBDAS * MAX_LAMBDA;
    return lambdas;
  }
}
