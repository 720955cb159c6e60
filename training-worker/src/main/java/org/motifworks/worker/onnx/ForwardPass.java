package org.motifworks.worker.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.motifworks.core.architecture.Activation;
import org.motifworks.core.architecture.ConvolutionBlock;
import org.motifworks.core.architecture.DenseBlock;
import org.motifworks.core.architecture.SamePadding;

/**
 * Writes the forward pass, in four dimensions {@code [batch, channels, 1, length]}, which ONNX
 * Runtime computes faster than three. Like the engine it pools before it activates. What the
 * backward pass needs is remembered.
 */
final class ForwardPass {

  /**
   * What one convolution block left behind.
   *
   * @param inputLength positions that came in
   * @param convolutionLength positions before pooling
   * @param outputLength positions that went out
   * @param sums after pooling and before the activation
   * @param output after the activation
   * @param indices where the maxima lay, as MaxPool counts them; null without pool
   */
  record BlockTrace(
      int inputLength,
      int convolutionLength,
      int outputLength,
      String sums,
      String output,
      String indices) {}

  /**
   * What one dense block left behind.
   *
   * @param sums before the activation
   * @param output after it
   */
  record DenseTrace(String sums, String output) {}

  private final GraphWriter graph;
  private final FoldedNetwork network;
  private final boolean backward;
  private final List<BlockTrace> blocks = new ArrayList<>();
  private final List<DenseTrace> dense = new ArrayList<>();

  /**
   * @param backward whether MaxPool's indices are needed
   */
  ForwardPass(GraphWriter graph, FoldedNetwork network, boolean backward) {
    this.graph = graph;
    this.network = network;
    this.backward = backward;
  }

  List<BlockTrace> blocks() {
    return blocks;
  }

  List<DenseTrace> dense() {
    return dense;
  }

  /**
   * The input {@code tokens} uint8 {@code [batch, window]} as one-hot; N, which equals no letter,
   * gives zeros.
   */
  String oneHot() {
    String tokens = graph.input("tokens", TensorProto.DataType.UINT8, network.window());
    String axes = graph.integers("token_axes", 1, 2);
    String column = graph.node("Unsqueeze", Map.of(), tokens, axes);
    String codes = graph.node("Cast", Map.of("to", TensorProto.DataType.INT32.getNumber()), column);
    String letters = graph.constant("letters", new int[] {0, 1, 2, 3}, 1, 4, 1, 1);
    String equal = graph.node("Equal", Map.of(), codes, letters);
    return graph.node("Cast", Map.of("to", TensorProto.DataType.FLOAT.getNumber()), equal);
  }

  /** Convolution of block {@code i} with its bias: {@code [batch, filters, 1, length]}. */
  String convolution(String x, int i, int length) {
    ConvolutionBlock block = network.architecture().convolutions().get(i);
    FoldedLayer layer = network.convolutions().get(i);
    SamePadding padding = SamePadding.of(length, block.span(), block.stride());
    String name = "conv" + (i + 1);
    return graph.node(
        "Conv",
        Map.of(
            "kernel_shape", new int[] {1, block.size()},
            "strides", new int[] {1, block.stride()},
            "dilations", new int[] {1, block.dilation()},
            "pads", new int[] {0, padding.left(), 0, padding.right()}),
        x,
        graph.constant(
            name + ".weight",
            layer.weights(),
            layer.shape().sizes().get(0),
            layer.shape().sizes().get(1),
            1,
            block.size()),
        graph.constant(name + ".bias", layer.bias(), layer.bias().length));
  }

  String activation(String x, Activation activation) {
    if (activation == Activation.EXPONENTIAL) {
      return graph.node("Exp", Map.of(), x);
    }
    return graph.node(activation == Activation.SOFTPLUS ? "Softplus" : "Relu", Map.of(), x);
  }

  /** Everything from one-hot to {@code logits} {@code [batch, classes]}. */
  String logits() {
    String x = oneHot();
    int length = network.window();
    for (int i = 0; i < network.architecture().convolutions().size(); i++) {
      BlockTrace trace = block(x, i, length);
      blocks.add(trace);
      x = trace.output();
      length = trace.outputLength();
    }
    x = graph.node("Flatten", Map.of("axis", 1), x);
    for (int i = 0; i < network.architecture().dense().size(); i++) {
      DenseBlock block = network.architecture().dense().get(i);
      String sums = gemm(null, x, network.dense().get(i), "dense" + (i + 1));
      x = activation(sums, block.activation());
      dense.add(new DenseTrace(sums, x));
    }
    return gemm("logits", x, network.output(), "output");
  }

  private BlockTrace block(String x, int i, int length) {
    ConvolutionBlock block = network.architecture().convolutions().get(i);
    int convolved = SamePadding.of(length, block.span(), block.stride()).outputLength();
    String sums = convolution(x, i, length);
    String indices = null;
    int pooled = convolved;
    if (block.pool() != null) {
      int size = block.pool().size();
      int stride = block.pool().stride();
      SamePadding padding = SamePadding.of(convolved, size, stride);
      pooled = padding.outputLength();
      Map<String, Object> attributes = Pooling.attributes(size, stride, padding);
      if (backward) {
        List<String> both = graph.pair("MaxPool", attributes, sums);
        sums = both.get(0);
        indices = both.get(1);
      } else {
        sums = graph.node("MaxPool", attributes, sums);
      }
    }
    String output = activation(sums, block.activation());
    return new BlockTrace(length, convolved, pooled, sums, output, indices);
  }

  private String gemm(String output, String x, FoldedLayer layer, String name) {
    int units = layer.shape().sizes().get(0);
    String weight =
        graph.constant(name + ".weight", layer.weights(), units, layer.shape().sizes().get(1));
    String bias = graph.constant(name + ".bias", layer.bias(), units);
    Map<String, Object> attributes = Map.of("transB", 1);
    return output == null
        ? graph.node("Gemm", attributes, x, weight, bias)
        : graph.named(output, "Gemm", attributes, x, weight, bias);
  }
}
