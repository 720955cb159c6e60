package org.motifworks.worker.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.Map;
import org.motifworks.contracts.model.ModelFiles;
import org.motifworks.core.architecture.MotifLayer;

/** The three graphs of a model as bytes; the same network and metadata give the same bytes. */
public final class ModelGraphs {

  private final FoldedNetwork network;
  private final Map<String, String> metadata;

  /**
   * @param metadata provenance that every graph carries
   */
  public ModelGraphs(FoldedNetwork network, Map<String, String> metadata) {
    this.network = network;
    this.metadata = Map.copyOf(metadata);
  }

  /** {@code tokens} uint8 [N, L] → {@code logits} and {@code probabilities} float32 [N, C]. */
  public byte[] predict() {
    GraphWriter graph = new GraphWriter("predict");
    String logits = new ForwardPass(graph, network, false).logits();
    graph.named("probabilities", "Sigmoid", Map.of(), logits);
    graph.output("logits", network.classes());
    graph.output("probabilities", network.classes());
    return graph.model(metadata);
  }

  /**
   * {@code tokens} uint8 [N, L] → {@code activations} float32 [N, F, L'] of the first layer before
   * pooling, and {@code activations_2}, {@code activations_3}... of deeper layers as long as
   * nothing was pooled before them.
   */
  public byte[] filters() {
    GraphWriter graph = new GraphWriter("filters");
    ForwardPass forward = new ForwardPass(graph, network, false);
    String x = forward.oneHot();
    String height = graph.integers("height", 2);
    for (MotifLayer layer : MotifLayer.of(network.architecture(), network.window())) {
      int i = layer.number() - 1;
      String sums = forward.convolution(x, i, network.window());
      x = forward.activation(sums, network.architecture().convolutions().get(i).activation());
      String output = ModelFiles.activations(layer.number());
      graph.named(output, "Squeeze", Map.of(), x, height);
      graph.output(output, layer.filters(), layer.length());
    }
    return graph.model(metadata);
  }

  /**
   * {@code tokens} uint8 [N, L] and {@code class_weights} float32 [N, C] → {@code saliency} float32
   * [N, 4, L]: the gradient of the weighted sum of logits with respect to the one-hot input.
   */
  public byte[] saliency(GradientRule rule) {
    GraphWriter graph = new GraphWriter("saliency");
    ForwardPass forward = new ForwardPass(graph, network, true);
    forward.logits();
    String weights = graph.input("class_weights", TensorProto.DataType.FLOAT, network.classes());
    String gradient = new BackwardPass(graph, network, forward, rule).gradient(weights);
    graph.named("saliency", "Squeeze", Map.of(), gradient, graph.integers("height", 2));
    graph.output("saliency", 4, network.window());
    return graph.model(metadata);
  }
}
