package org.motifworks.worker.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;
import org.motifworks.core.architecture.Activation;
import org.motifworks.core.architecture.DenseBlock;
import org.motifworks.core.architecture.TrainingSettings;

/**
 * A dense layer in training. The engine computes its three matrix products; all else are loops over
 * a few thousand values, for each of which the engine and its gradients would take several calls.
 */
final class HostDense {

  private final String layer;
  private final ParameterStore parameters;
  private final NDArray weight; // [units, inputs]
  private final int inputs;
  private final int units;
  private final HostBatchNorm norm; // null for a bias
  private final Activation activation; // null for none

  private int count;
  private NDArray input;
  private float[] sums; // before the activation
  private float[] mask; // null without dropout
  private int maskAt;

  /** A hidden layer. */
  static HostDense hidden(
      String layer, DenseBlock block, TrainingSettings settings, ParameterStore parameters) {
    HostBatchNorm norm =
        block.batchNorm() ? new HostBatchNorm(layer, block.units(), settings, parameters) : null;
    return new HostDense(layer, norm, block.activation(), parameters);
  }

  /** The last layer, whose sums are the logits. */
  static HostDense output(String layer, ParameterStore parameters) {
    return new HostDense(layer, null, null, parameters);
  }

  private HostDense(
      String layer, HostBatchNorm norm, Activation activation, ParameterStore parameters) {
    this.layer = layer;
    this.parameters = parameters;
    this.norm = norm;
    this.activation = activation;
    weight = parameters.array(layer + ".weight");
    units = (int) weight.getShape().get(0);
    inputs = (int) weight.getShape().get(1);
  }

  /**
   * What leaves the layer, {@code [count, units]}.
   *
   * @param values {@code [count, inputs]}
   * @param dropout of this layer; null for none
   * @param scratch lives until {@link #backward}
   */
  float[] forward(float[] values, int count, DropoutMasks dropout, NDManager scratch) {
    this.count = count;
    input = matrix(values, inputs, scratch);
    try (NDArray turned = weight.transpose()) { // would live as long as the weights
      sums = input.matMul(turned).toFloatArray();
    }
    if (norm == null) {
      addBias();
    } else {
      norm.forward(sums, count);
    }
    if (activation == null) {
      return sums;
    }
    float[] output = new float[sums.length];
    HostActivation.apply(activation, sums, 0, output, 0, output.length);
    mask = dropout == null ? null : dropout.values();
    if (mask != null) {
      maskAt = dropout.next(output.length);
      DropoutMasks.multiply(output, 0, mask, maskAt, output.length);
    }
    return output;
  }

  /**
   * The gradient at what came in, {@code [count, inputs]}; the parameters get theirs.
   *
   * @param gradient at what left, {@code [count, units]}; is overwritten
   */
  float[] backward(float[] gradient, NDManager scratch) {
    if (mask != null) {
      DropoutMasks.multiply(gradient, 0, mask, maskAt, gradient.length);
    }
    if (activation != null) {
      HostActivation.back(activation, gradient, 0, sums, gradient, 0, gradient.length);
    }
    if (norm == null) {
      giveBias(gradient);
    } else {
      norm.backward(gradient, count);
    }
    NDArray slopes = matrix(gradient, units, scratch);
    parameters.giveGradient(layer + ".weight", slopes.transpose().matMul(input));
    return slopes.matMul(weight).toFloatArray();
  }

  private NDArray matrix(float[] values, int columns, NDManager scratch) {
    FloatBuffer used = FloatBuffer.wrap(values, 0, count * columns);
    return scratch.create(used, new Shape(count, columns));
  }

  private void addBias() {
    float[] bias = parameters.values(layer + ".bias");
    for (int at = 0; at < sums.length; at += units) {
      for (int u = 0; u < units; u++) {
        sums[at + u] += bias[u];
      }
    }
  }

  private void giveBias(float[] gradient) {
    float[] ofBias = new float[units];
    for (int at = 0; at < gradient.length; at += units) {
      for (int u = 0; u < units; u++) {
        ofBias[u] += gradient[at + u];
      }
    }
    parameters.giveGradient(layer + ".bias", ofBias);
  }
}
