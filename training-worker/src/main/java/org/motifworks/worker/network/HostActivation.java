package org.motifworks.worker.network;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.motifworks.core.architecture.Activation;

/** Activations on arrays, forward and back, to the engine's last digits. */
final class HostActivation {

  private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_256;

  private HostActivation() {}

  /** Writes the activations of {@code size} values. */
  static void apply(Activation activation, float[] from, int at, float[] to, int too, int size) {
    switch (activation) {
      case RELU -> {
        for (int i = 0; i < size; i++) {
          to[too + i] = Math.max(0f, from[at + i]); // NaN stays NaN
        }
      }
      case EXPONENTIAL -> {
        for (int i = 0; i < size; i++) {
          to[too + i] = (float) Math.exp(from[at + i]);
        }
      }
      case SOFTPLUS -> {
        for (int i = 0; i < size; i++) {
          float x = from[at + i]; // max(x, 0) + log(1 + exp(-|x|)) does not overflow
          to[too + i] = (float) (Math.max(0, x) + Math.log1p(Math.exp(-Math.abs(x))));
        }
      }
    }
  }

  /**
   * Writes gradients times slopes.
   *
   * @param gradients at the activations, from index {@code at}
   * @param inputs that were activated, from index {@code too} as the result
   */
  static void back(
      Activation activation,
      float[] gradients,
      int at,
      float[] inputs,
      float[] to,
      int too,
      int size) {
    int done = 0;
    if (activation == Activation.RELU) {
      // Whether a gradient passes is as good as random: vectors ask without a branch.
      for (; done <= size - LANES.length(); done += LANES.length()) {
        FloatVector gradient = FloatVector.fromArray(LANES, gradients, at + done);
        VectorMask<Float> positive =
            FloatVector.fromArray(LANES, inputs, too + done).compare(VectorOperators.GT, 0f);
        FloatVector.zero(LANES).blend(gradient, positive).intoArray(to, too + done);
      }
    }
    for (int i = done; i < size; i++) {
      float x = inputs[too + i];
      float gradient = gradients[at + i];
      to[too + i] =
          switch (activation) {
            case RELU -> x > 0 ? gradient : 0;
            case EXPONENTIAL -> (float) (gradient * Math.exp(x));
            case SOFTPLUS -> (float) (gradient / (1 + Math.exp(-x)));
          };
    }
  }
}
