package org.motifworks.inference;

import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.motifworks.core.scan.TransposedConvolution;

/**
 * The way back through a second layer whose max-pool's windows tile its feature map: gradients pass
 * at the maximum of each window alone, so that the transposed convolution is a few additions.
 *
 * @param weights of its convolution, shape {@code [filters, channels, width]}
 * @param channels of its input: the first layer's filters
 * @param leftPad of its convolution
 * @param positions of its feature map
 * @param gradient name of the gradient at the pooled map, shape {@code [batch, filters, 1,
 *     windows]}; behind the activation where that is {@code rectifying}, else before it
 * @param rectifying whether its activation is ReLU
 * @param maxima name of the pooled map, before the activation
 * @param map name of the feature map, shape {@code [batch, filters, 1, positions]}
 * @param pool positions of a window
 */
@SuppressWarnings("ArrayRecordComponent") // made for one reader, never compared
record SecondLayer(
    float[] weights,
    int filters,
    int channels,
    int width,
    int leftPad,
    int positions,
    String gradient,
    boolean rectifying,
    String maxima,
    String map,
    int pool) {

  /** The layer a saliency graph goes back through last before the first; empty for other shapes. */
  static Optional<SecondLayer> of(Nodes nodes, FirstLayer first, String gradient) {
    Optional<NodeProto> convolution = nodes.maker(gradient).filter(Nodes.is("Conv"));
    Optional<NodeProto> unpool =
        convolution
            .filter(SecondLayer::isPlain)
            .flatMap(node -> nodes.maker(node.getInput(0)))
            .filter(Nodes.is("MaxUnpool"));
    Optional<NodeProto> pool =
        unpool
            .flatMap(node -> nodes.maker(node.getInput(1)))
            .filter(Nodes.is("MaxPool"))
            .filter(Unpooling::tiles);
    Optional<TensorProto> flipped =
        convolution.flatMap(node -> nodes.constant(node.getInput(1))).filter(same(convolution));
    if (pool.isEmpty() || flipped.isEmpty()) return Optional.empty();
    int window = Nodes.integers(pool.get(), "kernel_shape").get(1).intValue();
    int channels = Math.toIntExact(flipped.get().getDims(0));
    if (channels != first.tables().filters() || first.windows() % window != 0) {
      return Optional.empty();
    }
    String maxima = pool.get().getOutput(0);
    Optional<String> behind = behindRelu(nodes, unpool.get().getInput(0), maxima);
    int filters = Math.toIntExact(flipped.get().getDims(1));
    int width = Math.toIntExact(flipped.get().getDims(3));
    return Optional.of(
        new SecondLayer(
            turned(Nodes.floats(flipped.get()), filters, channels, width),
            filters,
            channels,
            width,
            width - 1 - Nodes.integers(convolution.get(), "pads").get(1).intValue(),
            first.windows(),
            behind.orElse(unpool.get().getInput(0)),
            behind.isPresent(),
            maxima,
            pool.get().getInput(0),
            window));
  }

  /** What the graph has to tell of it. */
  List<String> outputs() {
    return List.of(gradient, maxima, map);
  }

  TransposedConvolution back() {
    return new TransposedConvolution(weights, filters, channels, width, leftPad);
  }

  /**
   * The gradient behind a ReLU, which has the shape of the gradient before it. ONNX Runtime takes
   * longer to let it through than to compute it.
   */
  private static Optional<String> behindRelu(Nodes nodes, String before, String sums) {
    return nodes
        .maker(before)
        .filter(Nodes.is("Where"))
        .filter(
            where ->
                nodes
                    .maker(where.getInput(0))
                    .filter(Nodes.is("Greater"))
                    .filter(mask -> mask.getInput(0).equals(sums))
                    .isPresent())
        .map(where -> where.getInput(1))
        .map(nodes::beforeRelu);
  }

  private static boolean isPlain(NodeProto convolution) {
    List<Long> strides = Nodes.integers(convolution, "strides");
    return convolution.getInputCount() == 2
        && (strides.isEmpty() || strides.equals(List.of(1L, 1L)))
        && Nodes.integers(convolution, "dilations").equals(List.of(1L, 1L));
  }

  /** Whether a filter's output is as long as its input. */
  private static Predicate<TensorProto> same(Optional<NodeProto> convolution) {
    List<Long> pads = convolution.map(node -> Nodes.integers(node, "pads")).orElse(List.of());
    return weight ->
        pads.size() == 4
            && weight.getDimsCount() == 4
            && weight.getDims(2) == 1
            && pads.get(0) + pads.get(2) == 0
            && pads.get(1) + pads.get(3) == weight.getDims(3) - 1;
  }

  /** From {@code [channels, filters, width]} of the transposed convolution, read backwards. */
  private static float[] turned(float[] flipped, int filters, int channels, int width) {
    float[] weights = new float[flipped.length];
    for (int channel = 0; channel < channels; channel++) {
      for (int filter = 0; filter < filters; filter++) {
        for (int k = 0; k < width; k++) {
          weights[(filter * channels + channel) * width + k] =
              flipped[(channel * filters + filter) * width + width - 1 - k];
        }
      }
    }
    return weights;
  }
}
