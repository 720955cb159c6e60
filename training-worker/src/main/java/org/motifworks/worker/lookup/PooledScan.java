package org.motifworks.worker.lookup;

import static org.motifworks.worker.lookup.LookUpConvolution.LANES;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * A first layer over a batch of sequences: convolution and max-pool, and the way back through both.
 * No map of the whole batch is kept; the way back computes the maps again, one after the other in
 * the processor's nearest cache. For one thread.
 */
public final class PooledScan {

  private final LayerGeometry geometry;
  private final int filters;
  private final int pooled; // values of a sequence
  private final LookUpConvolution convolution;
  private final WinnerPool pool;
  private final float[] map; // [positions, filters] of one sequence

  private byte[] tokens = new byte[0];
  private int count;
  private float[] maxima = new float[0]; // [count, windows, filters]
  private float[] winners = new float[0];

  /** A scan for one thread. */
  public PooledScan(LayerGeometry geometry) {
    this.geometry = geometry;
    filters = geometry.filters();
    pooled = geometry.windows() * filters;
    convolution = new LookUpConvolution(geometry);
    pool = new WinnerPool(geometry.positions(), filters, geometry.pool());
    map = new float[geometry.positions() * filters];
  }

  /** Positions of the whole batch before pooling. */
  public long positions() {
    return (long) count * geometry.positions();
  }

  /**
   * Scans a batch and keeps the maxima.
   *
   * @param tokens {@code [count, length]}, A C G T N = 0..4; not to be changed until the way back
   * @param weights {@code [filters, 4, width]}
   * @return sum and sum of squares of each filter over all positions, before pooling
   */
  public FilterSums scan(byte[] tokens, int count, float[] weights) {
    this.tokens = tokens;
    this.count = count;
    if (maxima.length < count * pooled) {
      maxima = new float[count * pooled];
      winners = new float[count * pooled];
    }
    convolution.load(weights);
    FilterSums sums = new FilterSums(filters);
    for (int i = 0; i < count; i++) {
      convolution.read(tokens, i * geometry.length());
      convolution.scan(map);
      sums.add(map, map, 0, map.length);
      pool.pool(map, maxima, winners, i * pooled);
    }
    return sums;
  }

  /** What leaves the layer, {@code [count, windows, filters]}: slope × maximum + offset. */
  public float[] output(float[] slope, float[] offset) {
    float[] output = Arrays.copyOf(maxima, count * pooled);
    affine(output, slope, offset);
    return output;
  }

  /** Sum of the output's gradient for each filter, and of its products with the maxima. */
  public FilterSums sums(float[] outputGradient) {
    FilterSums sums = new FilterSums(filters);
    for (int at = 0; at < count * pooled; at += pooled) {
      sums.add(outputGradient, maxima, at, at + pooled);
    }
    return sums;
  }

  /**
   * The gradient of the weights, {@code [filters, 4, width]}, where a position of the map has the
   * gradient {@code own × its value + all}, and where a maximum lies {@code slope × the output's}
   * besides.
   */
  public float[] weightGradient(float[] outputGradient, float[] slope, float[] own, float[] all) {
    for (int i = 0; i < count; i++) {
      convolution.read(tokens, i * geometry.length());
      convolution.scan(map);
      affine(map, own, all);
      for (int at = i * pooled; at < (i + 1) * pooled; at += filters) {
        for (int f = 0; f < filters; f++) {
          map[(int) winners[at + f] * filters + f] += slope[f] * outputGradient[at + f];
        }
      }
      convolution.addGradient(map);
    }
    return convolution.takeGradient();
  }

  private void affine(float[] values, float[] slope, float[] offset) {
    for (int lane = 0; lane < filters; lane += LANES.length()) {
      FloatVector factor = FloatVector.fromArray(LANES, slope, lane);
      FloatVector constant = FloatVector.fromArray(LANES, offset, lane);
      for (int at = lane; at < values.length; at += filters) {
        FloatVector.fromArray(LANES, values, at).mul(factor).add(constant).intoArray(values, at);
      }
    }
  }
}
