package org.motifworks.worker.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.motifworks.core.architecture.Architecture;
import org.motifworks.core.architecture.TrainingSettings;
import org.motifworks.worker.lookup.FilterSums;
import org.motifworks.worker.lookup.LayerGeometry;
import org.motifworks.worker.lookup.PooledScan;

/**
 * The first convolution block up to its pool, beside the engine: the same numbers as the engine's
 * convolution, batch norm and max-pool to the last digits, for a fraction of the work.
 *
 * <p>Batch norm never changes an order, so that the pool comes first: batch norm then needs mean
 * and variance of the whole map, and is applied to maxima alone. A filter with a negative scale is
 * turned round before, so that in any case its maximum counts. Its gradient (Ioffe and Szegedy
 * 2015) at a value x of the map is slope × (g − mean g − x̂ × mean g x̂), with g 0 but at maxima.
 */
final class FirstLayer {

  private static final String LAYER = "conv1";

  private final LayerGeometry geometry;
  private final TrainingSettings settings;
  private final ParameterStore parameters;
  private final PooledScan scan;
  private final int filters;
  private final boolean batchNorm;

  private final boolean[] turned;
  private final float[] slope; // from a maximum to what leaves the layer
  private final float[] offset;
  private final double[] mean; // of the turned filters' maps
  private final double[] inverse; // of their standard deviations
  private NDArray output;

  /** The layer of an architecture; empty where it has to be left to the engine. */
  static Optional<FirstLayer> of(
      Architecture architecture, TrainingSettings settings, int window, ParameterStore parameters) {
    long filters = parameters.array(LAYER + ".weight").getShape().get(0);
    LayerGeometry geometry =
        LayerGeometry.of(architecture.convolutions().get(0), window, (int) filters);
    int batch = Math.max(settings.batchSize(), NetworkTrainer.EVALUATION_BATCH);
    return geometry.suitsLookUps(batch)
        ? Optional.of(new FirstLayer(geometry, settings, parameters))
        : Optional.empty();
  }

  private FirstLayer(LayerGeometry geometry, TrainingSettings settings, ParameterStore parameters) {
    this.geometry = geometry;
    this.settings = settings;
    this.parameters = parameters;
    scan = new PooledScan(geometry);
    filters = geometry.filters();
    batchNorm = parameters.has(LAYER + ".scale");
    turned = new boolean[filters];
    slope = new float[filters];
    offset = new float[filters];
    mean = new double[filters];
    inverse = new double[filters];
  }

  /**
   * What leaves the pool, float32 {@code [count, filters, 1, windows]}, channels last.
   *
   * @param tokens {@code [count, window]}; not to be changed until {@link #backward}
   * @param training whether batch norm uses the batch's statistics and the running ones follow
   */
  NDArray pooled(byte[] tokens, int count, boolean training, NDManager manager) {
    float[] weights = values("weight");
    if (batchNorm) {
      float[] scale = values("scale");
      for (int f = 0; f < filters; f++) {
        turned[f] = scale[f] < 0;
      }
      turn(weights);
      FilterSums sums = scan.scan(tokens, count, weights);
      normalise(sums, scale, training);
    } else {
      Arrays.fill(slope, 1);
      System.arraycopy(values("bias"), 0, offset, 0, filters);
      scan.scan(tokens, count, weights);
    }
    output =
        manager.create(
            FloatBuffer.wrap(scan.output(slope, offset)),
            new Shape(count, 1, geometry.windows(), filters));
    output.setRequiresGradient(training);
    return output.transpose(0, 3, 1, 2);
  }

  /** Changes the sign of all that belongs to turned filters. */
  private void turn(float[] weights) {
    int size = weights.length / filters;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = turned[i / size] ? -weights[i] : weights[i];
    }
  }

  private void normalise(FilterSums sums, float[] scale, boolean training) {
    float[] shift = values("shift");
    float[] runningMean = values("mean");
    float[] runningVariance = values("variance");
    double n = (double) scan.positions();
    double kept = training ? settings.batchNormMovingAverage() : 1;
    for (int f = 0; f < filters; f++) {
      double sign = turned[f] ? -1 : 1;
      double variance = runningVariance[f];
      mean[f] = sign * runningMean[f];
      if (training) {
        mean[f] = sums.sum(f) / n;
        variance = Math.max(0, sums.product(f) / n - mean[f] * mean[f]);
        runningMean[f] = (float) (kept * runningMean[f] + (1 - kept) * sign * mean[f]);
        runningVariance[f] =
            (float) (kept * runningVariance[f] + (1 - kept) * variance * n / (n - 1));
      }
      inverse[f] = 1 / Math.sqrt(variance + settings.batchNormEpsilon());
      slope[f] = (float) (Math.abs(scale[f]) * inverse[f]);
      offset[f] = (float) (shift[f] - slope[f] * mean[f]);
    }
    if (training) {
      InPlace.write(parameters.array(LAYER + ".mean"), runningMean);
      InPlace.write(parameters.array(LAYER + ".variance"), runningVariance);
    }
  }

  /** Hands what the backward pass left at the output on to the layer's parameters. */
  void backward() {
    float[] gradient;
    try (NDArray outputGradient = output.getGradient()) {
      gradient = outputGradient.toFloatArray();
    }
    FilterSums sums = scan.sums(gradient);
    float[] own = new float[filters];
    float[] all = new float[filters];
    float[] ofScale = new float[filters];
    float[] ofShift = new float[filters];
    double n = (double) scan.positions();
    for (int f = 0; f < filters; f++) {
      ofShift[f] = (float) sums.sum(f);
      double ofNormalised = inverse[f] * (sums.product(f) - mean[f] * sums.sum(f));
      ofScale[f] = (float) (turned[f] ? -ofNormalised : ofNormalised);
      if (batchNorm) {
        own[f] = (float) (-slope[f] * inverse[f] * ofNormalised / n);
        all[f] = (float) (slope[f] * (mean[f] * inverse[f] * ofNormalised - sums.sum(f)) / n);
      }
    }
    float[] ofWeights = scan.weightGradient(gradient, slope, own, all);
    turn(ofWeights);
    give("weight", ofWeights);
    give(batchNorm ? "shift" : "bias", ofShift);
    if (batchNorm) {
      give("scale", ofScale);
    }
  }

  private float[] values(String name) {
    return parameters.array(LAYER + "." + name).toFloatArray();
  }

  private void give(String name, float[] gradient) {
    parameters.giveGradient(LAYER + "." + name, gradient);
  }
}
