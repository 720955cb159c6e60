package org.motifworks.worker.onnx;

import org.motifworks.worker.network.Dimensions;
import org.motifworks.worker.network.NetworkWeights;
import org.motifworks.worker.network.Parameter;

/**
 * Weights and bias of a layer with its batch norm folded in, computed in double: {@code w' = w ×
 * scale / sqrt(variance + epsilon)}, {@code b' = shift - mean × scale / sqrt(variance + epsilon)}.
 *
 * @param shape of the weights, outputs first
 * @param weights row-major
 * @param bias one an output
 */
@SuppressWarnings("ArrayRecordComponent") // carried from weights to graph, never compared
public record FoldedLayer(Dimensions shape, float[] weights, float[] bias) {

  /** Folds the layer of that name, such as {@code conv1}. */
  public static FoldedLayer of(NetworkWeights network, String layer, double epsilon) {
    Dimensions shape = shape(network, layer + ".weight");
    float[] raw = network.values(layer + ".weight");
    int outputs = shape.sizes().get(0);
    int each = raw.length / outputs;
    float[] weights = new float[raw.length];
    float[] bias = new float[outputs];
    for (int o = 0; o < outputs; o++) {
      double factor = 1;
      if (network.has(layer + ".scale")) {
        double deviation = Math.sqrt(network.values(layer + ".variance")[o] + epsilon);
        factor = network.values(layer + ".scale")[o] / deviation;
        bias[o] =
            (float)
                (network.values(layer + ".shift")[o] - network.values(layer + ".mean")[o] * factor);
      } else {
        bias[o] = network.values(layer + ".bias")[o];
      }
      for (int i = o * each; i < (o + 1) * each; i++) {
        weights[i] = (float) (raw[i] * factor);
      }
    }
    return new FoldedLayer(shape, weights, bias);
  }

  /**
   * Convolution weights {@code [filters, channels, size]} as {@code [channels, filters, size]},
   * read backwards.
   */
  float[] flippedAndTransposed() {
    int filters = shape.sizes().get(0);
    int channels = shape.sizes().get(1);
    int size = shape.sizes().get(2);
    float[] flipped = new float[weights.length];
    for (int f = 0; f < filters; f++) {
      for (int c = 0; c < channels; c++) {
        for (int k = 0; k < size; k++) {
          flipped[(c * filters + f) * size + size - 1 - k] = weights[(f * channels + c) * size + k];
        }
      }
    }
    return flipped;
  }

  private static Dimensions shape(NetworkWeights network, String name) {
    for (Parameter parameter : network.parameters()) {
      if (parameter.name().equals(name)) {
        return parameter.shape();
      }
    }
    throw new IllegalArgumentException("no tensor " + name);
  }
}
