package org.motifworks.worker.onnx;

import java.util.Map;
import org.motifworks.core.architecture.Activation;
import org.motifworks.core.architecture.ConvolutionBlock;
import org.motifworks.core.architecture.SamePadding;
import org.motifworks.worker.onnx.ForwardPass.BlockTrace;
import org.motifworks.worker.onnx.ForwardPass.DenseTrace;

/**
 * Writes the gradient of a weighted sum of logits with respect to the one-hot input as plain
 * operators, since ONNX Runtime has no gradient. The original order is activation, then pool; a
 * ReLU therefore rectifies after windows that overlap have been added up.
 */
final class BackwardPass {

  private final GraphWriter graph;
  private final FoldedNetwork network;
  private final ForwardPass forward;
  private final GradientRule rule;
  private String zero;

  BackwardPass(GraphWriter graph, FoldedNetwork network, ForwardPass forward, GradientRule rule) {
    this.graph = graph;
    this.network = network;
    this.forward = forward;
    this.rule = rule;
  }

  /**
   * From {@code class_weights} {@code [batch, classes]} to the gradient {@code [batch, 4, 1,
   * window]}.
   */
  String gradient(String classWeights) {
    String g = graph.node("MatMul", Map.of(), classWeights, "output.weight");
    for (int i = forward.dense().size() - 1; i >= 0; i--) {
      DenseTrace trace = forward.dense().get(i);
      Activation activation = network.architecture().dense().get(i).activation();
      g = throughActivation(g, activation, trace.sums(), trace.output());
      g = graph.node("MatMul", Map.of(), g, "dense" + (i + 1) + ".weight");
    }
    int last = forward.blocks().size() - 1;
    int filters = network.architecture().convolutions().get(last).filters();
    String shape =
        graph.integers("unflattened", -1, filters, 1, forward.blocks().get(last).outputLength());
    g = graph.node("Reshape", Map.of(), g, shape);
    for (int i = last; i >= 0; i--) {
      g = throughConvolution(throughPoolAndActivation(g, i), i);
    }
    return g;
  }

  private String throughActivation(String g, Activation activation, String sums, String output) {
    if (activation == Activation.EXPONENTIAL) {
      return graph.node("Mul", Map.of(), g, output);
    }
    if (activation == Activation.SOFTPLUS) {
      return graph.node("Mul", Map.of(), g, graph.node("Sigmoid", Map.of(), sums));
    }
    String positive = graph.node("Greater", Map.of(), sums, zero());
    return graph.node("Where", Map.of(), positive, rectified(g), zero());
  }

  private String zero() {
    if (zero == null) {
      zero = graph.constant("zero", new float[] {0});
    }
    return zero;
  }

  private String rectified(String g) {
    return rule == GradientRule.GUIDED ? graph.node("Relu", Map.of(), g) : g;
  }

  private String throughPoolAndActivation(String g, int i) {
    ConvolutionBlock block = network.architecture().convolutions().get(i);
    BlockTrace trace = forward.blocks().get(i);
    if (block.pool() == null || !block.pool().overlapping()) {
      String local = throughActivation(g, block.activation(), trace.sums(), trace.output());
      return block.pool() == null ? local : unpool(local, trace, block);
    }
    if (block.activation() == Activation.RELU) {
      // the mask is the same for all windows that share a maximum, so it may come before the sum
      String positive = graph.node("Greater", Map.of(), trace.sums(), zero());
      String masked = graph.node("Where", Map.of(), positive, g, zero());
      return rectified(scatter(masked, trace, block));
    }
    String local = throughActivation(g, block.activation(), trace.sums(), trace.output());
    return scatter(local, trace, block);
  }

  private String unpool(String g, BlockTrace trace, ConvolutionBlock block) {
    int size = block.pool().size();
    int stride = block.pool().stride();
    SamePadding padding = SamePadding.of(trace.convolutionLength(), size, stride);
    return graph.node("MaxUnpool", Pooling.attributes(size, stride, padding), g, trace.indices());
  }

  /**
   * Adds up the gradients of windows that share a maximum. Indices count through the whole batch.
   */
  private String scatter(String g, BlockTrace trace, ConvolutionBlock block) {
    String flat = "flat_" + trace.indices();
    String all = graph.integers(flat, -1);
    String values = graph.node("Reshape", Map.of(), g, all);
    String places = graph.node("Reshape", Map.of(), trace.indices(), all);
    String shape = graph.node("Shape", Map.of("start", 0, "end", 1), g);
    String perSequence =
        graph.integers(flat + "_each", (long) block.filters() * trace.convolutionLength());
    String size = graph.node("Mul", Map.of(), shape, perSequence);
    String zeros = graph.node("ConstantOfShape", Map.of(), size);
    String sums =
        graph.node("ScatterElements", Map.of("axis", 0, "reduction", "add"), zeros, places, values);
    return graph.node(
        "Reshape",
        Map.of(),
        sums,
        graph.integers(flat + "_shape", -1, block.filters(), 1, trace.convolutionLength()));
  }

  /**
   * The transposed convolution: at stride 1 a convolution with the weights flipped and transposed.
   */
  private String throughConvolution(String g, int i) {
    ConvolutionBlock block = network.architecture().convolutions().get(i);
    FoldedLayer layer = network.convolutions().get(i);
    int length = forward.blocks().get(i).inputLength();
    SamePadding padding = SamePadding.of(length, block.span(), block.stride());
    int channels = layer.shape().sizes().get(1);
    if (block.stride() == 1) {
      int reach = block.span() - 1;
      return graph.node(
          "Conv",
          Map.of(
              "kernel_shape", new int[] {1, block.size()},
              "dilations", new int[] {1, block.dilation()},
              "pads", new int[] {0, reach - padding.left(), 0, reach - padding.right()}),
          g,
          graph.constant(
              "conv" + (i + 1) + ".flipped",
              layer.flippedAndTransposed(),
              channels,
              block.filters(),
              1,
              block.size()));
    }
    int reached =
        (padding.outputLength() - 1) * block.stride()
            + block.span()
            - padding.left()
            - padding.right();
    return graph.node(
        "ConvTranspose",
        Map.of(
            "kernel_shape", new int[] {1, block.size()},
            "strides", new int[] {1, block.stride()},
            "output_padding", new int[] {0, length - reached},
            "pads", new int[] {0, padding.left(), 0, padding.right()}),
        g,
        "conv" + (i + 1) + ".weight");
  }
}
