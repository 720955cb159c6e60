package org.motifworks.worker.patch;

import static org.motifworks.worker.patch.RowProducts.LANES;

import jdk.incubator.vector.FloatVector;

/**
 * For each filter the sum of one map and of its products with another: in single precision over one
 * sequence, in double over all.
 */
public final class FilterSums {

  private final double[] sums;
  private final double[] products;
  private final float[] lanes = new float[LANES.length()];

  /** Nothing summed yet. */
  public FilterSums(int filters) {
    sums = new double[filters];
    products = new double[filters];
  }

  /** Adds the values from one index to another of maps with the filters side by side. */
  public void add(float[] first, float[] second, int from, int to) {
    for (int lane = 0; lane < sums.length; lane += LANES.length()) {
      FloatVector sum = FloatVector.zero(LANES);
      FloatVector product = FloatVector.zero(LANES);
      for (int at = from + lane; at < to; at += sums.length) {
        FloatVector value = FloatVector.fromArray(LANES, first, at);
        sum = sum.add(value);
        product = product.add(value.mul(FloatVector.fromArray(LANES, second, at)));
      }
      add(sum, sums, lane);
      add(product, products, lane);
    }
  }

  private void add(FloatVector part, double[] whole, int lane) {
    part.intoArray(lanes, 0);
    for (int i = 0; i < lanes.length; i++) {
      whole[lane + i] += lanes[i];
    }
  }

  /** Sum of the first map's values. */
  public double sum(int filter) {
    return sums[filter];
  }

  /** Sum of the products. */
  public double product(int filter) {
    return products[filter];
  }
}
