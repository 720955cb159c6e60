package org.motifworks.worker.network;

import java.util.Arrays;
import org.motifworks.core.architecture.TrainingSettings;
import org.motifworks.worker.patch.FilterSums;
import org.motifworks.worker.patch.PatchConvolution;
import org.motifworks.worker.patch.PatchNorm;

/**
 * A convolution block up to its pool, beside the engine: the same numbers as the engine's
 * convolution, batch norm and max-pool to the last digits, for a fraction of the work.
 *
 * <p>Batch norm never changes an order, so that the pool comes first: batch norm then needs mean
 * and variance of the whole map, which follow from moments of what goes in, and is applied to
 * maxima alone. A filter with a negative scale is turned round before, so that in any case its
 * maximum counts. Its gradient (Ioffe and Szegedy 2015) at a value x of the map is slope × (g −
 * mean g − x̂ × mean g x̂), with g 0 but at maxima: own × x + all, and slope × g besides.
 */
final class HostBlock {

  private final String layer;
  private final PatchConvolution convolution;
  private final TrainingSettings settings;
  private final ParameterStore parameters;
  private final int filters;
  private final boolean batchNorm;

  private final boolean[] turned;
  private final float[] slope; // from a maximum to what leaves the block
  private final float[] offset;
  private final double[] mean; // of the turned filters' maps
  private final double[] inverse; // of their standard deviations
  private final float[] own;
  private final float[] all;
  private int count;
  private PatchNorm norm;
  private float[] output = new float[0];
  private float[] atMaxima = new float[0];

  HostBlock(
      String layer,
      PatchConvolution convolution,
      TrainingSettings settings,
      ParameterStore parameters) {
    this.layer = layer;
    this.convolution = convolution;
    this.settings = settings;
    this.parameters = parameters;
    filters = (int) parameters.array(layer + ".weight").getShape().get(0);
    batchNorm = parameters.has(layer + ".scale");
    turned = new boolean[filters];
    slope = new float[filters];
    offset = new float[filters];
    mean = new double[filters];
    inverse = new double[filters];
    own = new float[filters];
    all = new float[filters];
  }

  /**
   * What leaves the pool, {@code [count, windows, filters]}; the array may be longer and is used
   * again.
   *
   * @param training whether batch norm uses the batch's statistics and the running ones follow
   */
  float[] pooled(int count, boolean training) {
    this.count = count;
    float[] weights = values("weight");
    if (batchNorm) {
      float[] scale = values("scale");
      for (int f = 0; f < filters; f++) {
        turned[f] = scale[f] < 0;
      }
      turn(weights);
      convolution.scan(weights, count);
      normalise(scale, training);
    } else {
      Arrays.fill(slope, 1);
      System.arraycopy(values("bias"), 0, offset, 0, filters);
      convolution.scan(weights, count);
    }
    int size = count * convolution.pooledSize();
    if (output.length < size) {
      output = new float[size];
      atMaxima = new float[size];
    }
    float[] maxima = convolution.maxima();
    for (int at = 0; at < size; at += filters) {
      for (int f = 0; f < filters; f++) {
        output[at + f] = maxima[at + f] * slope[f] + offset[f];
      }
    }
    return output;
  }

  /** Changes the sign of all that belongs to turned filters. */
  private void turn(float[] weights) {
    int size = weights.length / filters;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = turned[i / size] ? -weights[i] : weights[i];
    }
  }

  private void normalise(float[] scale, boolean training) {
    float[] shift = values("shift");
    float[] runningMean = values("mean");
    float[] runningVariance = values("variance");
    norm = training ? new PatchNorm(convolution.filters(), convolution.moments()) : null;
    double kept = settings.batchNormMovingAverage();
    for (int f = 0; f < filters; f++) {
      double sign = turned[f] ? -1 : 1;
      double variance = runningVariance[f];
      mean[f] = sign * runningMean[f];
      if (training) {
        double n = (double) norm.count();
        mean[f] = norm.mean(f);
        variance = norm.variance(f);
        runningMean[f] = (float) (kept * runningMean[f] + (1 - kept) * sign * mean[f]);
        runningVariance[f] =
            (float) (kept * runningVariance[f] + (1 - kept) * variance * n / (n - 1));
      }
      inverse[f] = 1 / Math.sqrt(variance + settings.batchNormEpsilon());
      slope[f] = (float) (Math.abs(scale[f]) * inverse[f]);
      offset[f] = (float) (shift[f] - slope[f] * mean[f]);
    }
    if (training) {
      parameters.write(layer + ".mean", runningMean);
      parameters.write(layer + ".variance", runningVariance);
    }
  }

  /**
   * Hands what the backward pass left at the output on to the block's parameters.
   *
   * @param gradient {@code [count, windows, filters]}; the array may be longer
   */
  void backward(float[] gradient) {
    int size = count * convolution.pooledSize();
    FilterSums sums = new FilterSums(filters);
    sums.add(gradient, convolution.maxima(), 0, size);
    float[] ofScale = new float[filters];
    float[] ofShift = new float[filters];
    for (int f = 0; f < filters; f++) {
      ofShift[f] = (float) sums.sum(f);
      double ofNormalised = inverse[f] * (sums.product(f) - mean[f] * sums.sum(f));
      ofScale[f] = (float) (turned[f] ? -ofNormalised : ofNormalised);
      if (batchNorm) {
        double n = (double) norm.count();
        own[f] = (float) (-slope[f] * inverse[f] * ofNormalised / n);
        all[f] = (float) (slope[f] * (mean[f] * inverse[f] * ofNormalised - sums.sum(f)) / n);
      }
    }
    for (int at = 0; at < size; at += filters) {
      for (int f = 0; f < filters; f++) {
        atMaxima[at + f] = gradient[at + f] * slope[f];
      }
    }
    float[] ofFilters = convolution.weightGradient(atMaxima);
    if (batchNorm) {
      norm.addGradient(own, all, ofFilters);
    }
    float[] ofWeights = convolution.filters().weightLayout(ofFilters);
    turn(ofWeights);
    give("weight", ofWeights);
    give(batchNorm ? "shift" : "bias", ofShift);
    if (batchNorm) {
      give("scale", ofScale);
    }
  }

  /** The gradient at the maxima before batch norm, after {@link #backward}. */
  float[] atMaxima() {
    return atMaxima;
  }

  /** What a position of the map gets for its own value; null without batch norm. */
  float[] own() {
    return batchNorm ? own : null;
  }

  /** What every position of the map gets. */
  float[] all() {
    return all;
  }

  private float[] values(String name) {
    return parameters.values(layer + "." + name);
  }

  private void give(String name, float[] gradient) {
    parameters.giveGradient(layer + "." + name, gradient);
  }
}
