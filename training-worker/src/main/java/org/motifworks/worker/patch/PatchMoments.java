package org.motifworks.worker.patch;

/**
 * First and second moments of the patches that a convolution saw in a batch: what batch norm needs
 * in place of the feature map, which is linear in them.
 *
 * <p>With s the sum of all n patches and G the sum of their outer products, a filter w has the mean
 * w·s / n and the variance w·C w / n, where C = G − s sᵀ / n; and where a position of the map has a
 * gradient {@code own × value + all}, the gradient of w is own × G w + all × s.
 */
public final class PatchMoments {

  private final long count;
  private final double[] sum;
  private final float[] covariance; // C, [depth, depth]

  /**
   * Takes sums over a batch.
   *
   * @param count patches
   * @param sum of the patches, {@code [depth]}
   * @param products sum of their outer products, {@code [depth, depth]}, symmetric
   */
  public PatchMoments(long count, double[] sum, double[] products) {
    this.count = count;
    this.sum = sum;
    int depth = sum.length;
    covariance = new float[depth * depth];
    for (int i = 0; i < depth; i++) {
      double part = sum[i] / count;
      for (int j = 0; j < depth; j++) {
        covariance[i * depth + j] = (float) (products[i * depth + j] - part * sum[j]);
      }
    }
  }

  /** Patches: positions of the map, over the whole batch. */
  public long count() {
    return count;
  }

  double[] sum() {
    return sum;
  }

  /** The filters' C w. */
  float[] times(FilterMatrix filters) {
    return filters.product(covariance, sum.length);
  }
}
