package org.motifworks.core.metric;

import java.util.Arrays;

/**
 * A number with the interval it lies in with some confidence.
 *
 * @param estimate from the data as they are
 * @param lower end of the interval
 * @param upper end of the interval
 */
public record Interval(double estimate, double lower, double upper) {

  /**
   * The percentile interval of a bootstrap: what lies between the {@code (1 - confidence) / 2}
   * quantiles of the draws, interpolated linearly as numpy's {@code percentile} does. NaNs are left
   * out.
   *
   * @throws IllegalArgumentException when no draw is defined
   */
  public static Interval percentile(double estimate, double[] draws, double confidence) {
    double[] sorted = Arrays.stream(draws).filter(d -> !Double.isNaN(d)).sorted().toArray();
    if (sorted.length == 0) throw new IllegalArgumentException("no draw is defined");
    double tail = (1 - confidence) / 2;
    return new Interval(estimate, quantile(sorted, tail), quantile(sorted, 1 - tail));
  }

  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
