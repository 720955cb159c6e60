package org.motifworks.worker.onnx;

import java.util.ArrayList;
import java.util.List;
import org.motifworks.core.architecture.Architecture;
import org.motifworks.worker.network.NetworkWeights;

/**
 * A trained network ready to be written.
 *
 * @param architecture its blocks
 * @param window nucleotides a sequence
 * @param classes outputs
 * @param convolutions folded, one a block
 * @param dense folded, one a block
 * @param output the last layer
 */
public record FoldedNetwork(
    Architecture architecture,
    int window,
    int classes,
    List<FoldedLayer> convolutions,
    List<FoldedLayer> dense,
    FoldedLayer output) {

  /**
   * Folds every batch norm.
   *
   * @param epsilon of the batch norm
   */
  public static FoldedNetwork of(
      Architecture architecture, int window, int classes, NetworkWeights weights, double epsilon) {
    List<FoldedLayer> convolutions = new ArrayList<>();
    for (int i = 0; i < architecture.convolutions().size(); i++) {
      convolutions.add(FoldedLayer.of(weights, "conv" + (i + 1), epsilon));
    }
    List<FoldedLayer> dense = new ArrayList<>();
    for (int i = 0; i < architecture.dense().size(); i++) {
      dense.add(FoldedLayer.of(weights, "dense" + (i + 1), epsilon));
    }
    return new FoldedNetwork(
        architecture,
        window,
        classes,
        List.copyOf(convolutions),
        List.copyOf(dense),
        FoldedLayer.of(weights, "output", epsilon));
  }
}
