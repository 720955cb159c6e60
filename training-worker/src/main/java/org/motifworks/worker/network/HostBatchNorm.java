package org.motifworks.worker.network;

import java.util.Arrays;
import org.motifworks.core.architecture.TrainingSettings;

/**
 * Batch norm of a dense layer in training, beside the engine (Ioffe and Szegedy 2015): of {@code
 * [count, units]} values, each unit's by its own mean and variance.
 */
final class HostBatchNorm {

  private final String layer;
  private final TrainingSettings settings;
  private final ParameterStore parameters;
  private final int units;
  private final float[] mean;
  private final float[] inverse; // of the standard deviations
  private float[] scale;
  private float[] normalised = new float[0];

  HostBatchNorm(String layer, int units, TrainingSettings settings, ParameterStore parameters) {
    this.layer = layer;
    this.units = units;
    this.settings = settings;
    this.parameters = parameters;
    mean = new float[units];
    inverse = new float[units];
  }

  /** Normalises in place; the running statistics follow. */
  void forward(float[] values, int count) {
    scale = parameters.values(layer + ".scale");
    float[] shift = parameters.values(layer + ".shift");
    statistics(values, count);
    if (normalised.length < values.length) {
      normalised = new float[values.length];
    }
    for (int at = 0; at < count * units; at += units) {
      for (int u = 0; u < units; u++) {
        float each = (values[at + u] - mean[u]) * inverse[u];
        normalised[at + u] = each;
        values[at + u] = each * scale[u] + shift[u];
      }
    }
  }

  private void statistics(float[] values, int count) {
    float[] squares = new float[units];
    Arrays.fill(mean, 0);
    for (int at = 0; at < count * units; at += units) {
      for (int u = 0; u < units; u++) {
        mean[u] += values[at + u];
      }
    }
    for (int u = 0; u < units; u++) {
      mean[u] /= count;
    }
    for (int at = 0; at < count * units; at += units) {
      for (int u = 0; u < units; u++) {
        float off = values[at + u] - mean[u];
        squares[u] += off * off;
      }
    }
    float[] runningMean = parameters.values(layer + ".mean");
    float[] runningVariance = parameters.values(layer + ".variance");
    double kept = settings.batchNormMovingAverage();
    for (int u = 0; u < units; u++) {
      double variance = squares[u] / (double) count;
      inverse[u] = (float) (1 / Math.sqrt(variance + settings.batchNormEpsilon()));
      runningMean[u] = (float) (kept * runningMean[u] + (1 - kept) * mean[u]);
      runningVariance[u] =
          (float) (kept * runningVariance[u] + (1 - kept) * squares[u] / (count - 1));
    }
    parameters.write(layer + ".mean", runningMean);
    parameters.write(layer + ".variance", runningVariance);
  }

  /** Turns the gradient at what left into the one at what came in; the parameters get theirs. */
  void backward(float[] gradient, int count) {
    float[] sums = new float[units];
    float[] products = new float[units];
    for (int at = 0; at < count * units; at += units) {
      for (int u = 0; u < units; u++) {
        sums[u] += gradient[at + u];
        products[u] += gradient[at + u] * normalised[at + u];
      }
    }
    parameters.giveGradient(layer + ".shift", sums);
    parameters.giveGradient(layer + ".scale", products);
    float[] slope = new float[units];
    float[] mean = new float[units];
    float[] own = new float[units];
    for (int u = 0; u < units; u++) {
      slope[u] = scale[u] * inverse[u];
      mean[u] = sums[u] / count;
      own[u] = products[u] / count;
    }
    for (int at = 0; at < count * units; at += units) {
      for (int u = 0; u < units; u++) {
        gradient[at + u] = slope[u] * (gradient[at + u] - mean[u] - normalised[at + u] * own[u]);
      }
    }
  }
}
