package org.motifworks.worker.patch;

/**
 * Batch norm (Ioffe and Szegedy 2015) of a convolution, from the moments of its patches. For the
 * filters' values x of a batch, with sums over a gradient that is 0 but at maxima.
 */
public final class PatchNorm {

  private final FilterMatrix filters;
  private final PatchMoments moments;
  private final float[] covariant; // C w, [depth, filters filled up to 16]
  private final int step;

  /** Means and variances of the filters over the patches. */
  public PatchNorm(FilterMatrix filters, PatchMoments moments) {
    this.filters = filters;
    this.moments = moments;
    covariant = moments.times(filters);
    step = RowProducts.filled(filters.filters());
  }

  /** Mean of a filter's values. */
  public double mean(int filter) {
    return dot(filter, moments.sum()) / moments.count();
  }

  /** Variance of a filter's values, over their number. */
  public double variance(int filter) {
    int depth = filters.depth();
    double sum = 0;
    for (int j = 0; j < depth; j++) {
      sum += (double) filters.rows()[filter * depth + j] * covariant[j * step + filter];
    }
    return Math.max(0, sum / moments.count());
  }

  /** Values that mean and variance are of. */
  public long count() {
    return moments.count();
  }

  private double dot(int filter, double[] patch) {
    int depth = filters.depth();
    double sum = 0;
    for (int j = 0; j < depth; j++) {
      sum += filters.rows()[filter * depth + j] * patch[j];
    }
    return sum;
  }

  /**
   * Adds the gradient of the weights, where each position of the map has the gradient {@code own ×
   * its value + all}.
   *
   * @param gradient {@code [filters, depth]}
   */
  public void addGradient(float[] own, float[] all, float[] gradient) {
    int depth = filters.depth();
    double[] sum = moments.sum();
    for (int f = 0; f < filters.filters(); f++) {
      // own × G w + all × s, with G w = C w + s (w·s) / n
      double ofSum = own[f] * mean(f) + all[f];
      for (int j = 0; j < depth; j++) {
        gradient[f * depth + j] += (float) (own[f] * covariant[j * step + f] + ofSum * sum[j]);
      }
    }
  }
}
