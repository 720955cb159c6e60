package org.motifworks.inference;

import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.List;
import java.util.Optional;
import org.motifworks.core.architecture.Activation;
import org.motifworks.core.architecture.SamePadding;
import org.motifworks.core.scan.FilterScanner;
import org.motifworks.core.scan.FilterTables;

/**
 * The first layer of an exported graph: convolution of one-hot {@code tokens} with batch norm
 * folded in, then max-pool where there is one, then activation.
 *
 * @param tables its filters
 * @param window nucleotides a sequence
 * @param poolSize positions a window of the pool covers; 1 without pool
 * @param poolStride positions between windows
 * @param sums name of the tensor before the activation
 * @param output name of the tensor after it, shape {@code [batch, filters, 1, windows]}
 */
public record FirstLayer(
    FilterTables tables,
    Activation activation,
    int window,
    int poolSize,
    int poolStride,
    String sums,
    String output) {

  // A thousand filters of 40 nt have 27 MB of tables; far larger ones are faster as a graph.
  private static final long LARGEST_TABLES = 64L << 20;

  /** The first layer of a graph; empty when it has another shape, or is too large for tables. */
  static Optional<FirstLayer> of(Nodes nodes) {
    Optional<Integer> window = window(nodes);
    Optional<NodeProto> convolution =
        nodes
            .onlyReader("tokens", "Unsqueeze")
            .flatMap(node -> nodes.onlyReader(node.getOutput(0), "Cast"))
            .flatMap(node -> nodes.onlyReader(node.getOutput(0), "Equal"))
            .flatMap(node -> nodes.onlyReader(node.getOutput(0), "Cast"))
            .flatMap(node -> nodes.onlyReader(node.getOutput(0), "Conv"));
    if (window.isEmpty() || convolution.isEmpty()) return Optional.empty();
    return tables(nodes, convolution.get(), window.get())
        .flatMap(tables -> pooled(nodes, convolution.get().getOutput(0), tables, window.get()));
  }

  /** Windows of the pool: positions of {@link #output}. */
  public int windows() {
    return SamePadding.of(window, poolSize, poolStride).outputLength();
  }

  /** A scanner for one thread. */
  public FilterScanner scanner() {
    return new FilterScanner(tables, activation);
  }

  private static Optional<FirstLayer> pooled(
      Nodes nodes, String convolved, FilterTables tables, int window) {
    int size = 1;
    int stride = 1;
    String sums = convolved;
    Optional<NodeProto> pool = nodes.onlyReader(convolved, "MaxPool");
    if (pool.isPresent()) {
      List<Long> kernel = Nodes.integers(pool.get(), "kernel_shape");
      List<Long> strides = Nodes.integers(pool.get(), "strides");
      if (kernel.size() != 2 || strides.size() != 2) return Optional.empty();
      size = kernel.get(1).intValue();
      stride = strides.get(1).intValue();
      SamePadding padding = SamePadding.of(window, size, stride);
      List<Long> pads = List.of(0L, (long) padding.left(), 0L, (long) padding.right());
      if (!Nodes.integers(pool.get(), "pads").equals(pads)) return Optional.empty();
      sums = pool.get().getOutput(0);
    }
    for (NodeProto reader : nodes.readers(sums)) {
      Optional<Activation> activation = activation(reader);
      if (activation.isEmpty()) continue;
      return Optional.of(
          new FirstLayer(
              tables, activation.get(), window, size, stride, sums, reader.getOutput(0)));
    }
    return Optional.empty();
  }

  private static Optional<FilterTables> tables(Nodes nodes, NodeProto convolution, int window) {
    if (convolution.getInputCount() != 3) return Optional.empty();
    Optional<TensorProto> weight = nodes.constant(convolution.getInput(1));
    Optional<TensorProto> bias = nodes.constant(convolution.getInput(2));
    if (weight.isEmpty() || bias.isEmpty() || weight.get().getDimsCount() != 4) {
      return Optional.empty();
    }
    List<Long> shape = weight.get().getDimsList();
    int width = shape.get(3).intValue();
    SamePadding padding = SamePadding.of(window, width, 1);
    boolean plain =
        shape.get(1) == 4
            && shape.get(2) == 1
            && Nodes.integers(convolution, "strides").equals(List.of(1L, 1L))
            && Nodes.integers(convolution, "dilations").equals(List.of(1L, 1L))
            && Nodes.integers(convolution, "pads")
                .equals(List.of(0L, (long) padding.left(), 0L, (long) padding.right()));
    if (FilterTables.bytes(shape.get(0), width) > LARGEST_TABLES) return Optional.empty();
    float[] weights = Nodes.floats(weight.get());
    float[] biases = Nodes.floats(bias.get());
    if (!plain || biases.length == 0 || weights.length != biases.length * 4 * width) {
      return Optional.empty();
    }
    return Optional.of(FilterTables.of(weights, biases, width, padding.left()));
  }

  private static Optional<Activation> activation(NodeProto node) {
    return switch (node.getOpType()) {
      case "Relu" -> Optional.of(Activation.RELU);
      case "Exp" -> Optional.of(Activation.EXPONENTIAL);
      case "Softplus" -> Optional.of(Activation.SOFTPLUS);
      default -> Optional.empty();
    };
  }

  private static Optional<Integer> window(Nodes nodes) {
    return nodes.graph().getInputList().stream()
        .filter(input -> input.getName().equals("tokens"))
        .map(ValueInfoProto::getType)
        .map(type -> type.getTensorType().getShape())
        .filter(shape -> shape.getDimCount() == 2 && shape.getDim(1).getDimValue() > 0)
        .map(shape -> Math.toIntExact(shape.getDim(1).getDimValue()))
        .findFirst();
  }
}
