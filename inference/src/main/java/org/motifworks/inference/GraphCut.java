package org.motifworks.inference;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.motifworks.inference.check.GraphFootprint;

/**
 * What lies in a graph between the first layer's output and some other tensors, as a graph.
 *
 * @param graph its bytes
 * @param channels of its input {@code [batch, channels, 1, windows]}: the filters, and zeros after
 *     them up to a multiple of what ONNX Runtime's blocked convolutions take, which compute a graph
 *     of 30 input channels the slow way
 * @param footprint of the part
 */
@SuppressWarnings("ArrayRecordComponent") // made for one reader, never compared
record GraphCut(byte[] graph, int channels, GraphFootprint footprint) {
  private static final int BLOCK = 16;

  // What a thread may hold for a part of a batch; more is left to the whole graph.
  private static final long LARGEST_PART = 256L << 20;

  /**
   * Empty when the first layer's output is not enough, since the outputs still depend on the
   * tokens, and when a part of a batch would take too much memory.
   */
  static Optional<GraphCut> behind(
      FirstLayer layer, ModelProto model, Nodes nodes, List<String> outputs) {
    String given = layer.output();
    Set<String> needed = neededFor(outputs, given, nodes);
    if (needed.contains("tokens") || !needed.contains(given)) return Optional.empty();
    int filters = layer.tables().filters();
    int channels = (filters + BLOCK - 1) / BLOCK * BLOCK;
    if (!nodes.readers(given).stream().allMatch(node -> canBePadded(node, filters, nodes))) {
      channels = filters;
    }
    GraphProto whole = nodes.graph();
    GraphProto.Builder cut =
        whole.toBuilder()
            .clearNode()
            .clearInitializer()
            .clearInput()
            .clearOutput()
            .clearValueInfo();
    cut.addInput(value(given, channels, 1, layer.windows()));
    for (ValueInfoProto input : whole.getInputList()) {
      if (needed.contains(input.getName())) cut.addInput(input);
    }
    for (NodeProto node : whole.getNodeList()) {
      if (node.getOutputList().contains(given)) continue;
      if (node.getOutputList().stream().noneMatch(needed::contains)) continue;
      boolean padded = channels > filters && node.getInputList().contains(given);
      cut.addNode(padded ? padded(node, channels, nodes, cut) : node);
    }
    Unpooling.rewrite(cut);
    Set<String> read = new HashSet<>();
    cut.getNodeList().forEach(node -> read.addAll(node.getInputList()));
    for (TensorProto constant : whole.getInitializerList()) {
      if (read.contains(constant.getName())) cut.addInitializer(constant);
    }
    for (String output : outputs) cut.addOutput(value(output));
    GraphFootprint footprint = GraphFootprint.of(cut.build());
    long part = Tail.PART * (footprint.sequenceBytes() + Tail.laneBytes(layer, channels));
    if (part > LARGEST_PART) return Optional.empty();
    byte[] bytes = model.toBuilder().setGraph(cut).build().toByteArray();
    return Optional.of(new GraphCut(bytes, channels, footprint));
  }

  private static Set<String> neededFor(List<String> outputs, String given, Nodes nodes) {
    Set<String> needed = new HashSet<>(outputs);
    Deque<String> open = new ArrayDeque<>(needed);
    while (!open.isEmpty()) {
      String tensor = open.pop();
      if (tensor.equals(given)) continue;
      nodes.maker(tensor).map(NodeProto::getInputList).stream()
          .flatMap(List::stream)
          .filter(needed::add)
          .forEach(open::push);
    }
    return needed;
  }

  private static boolean canBePadded(NodeProto node, int filters, Nodes nodes) {
    return Nodes.is("Conv").test(node)
        && nodes
            .constant(node.getInput(1))
            .filter(weight -> weight.getDimsCount() == 4 && weight.getDims(1) == filters)
            .isPresent();
  }

  /** The convolution with weights of zero for the channels of zeros. */
  private static NodeProto padded(
      NodeProto convolution, int channels, Nodes nodes, GraphProto.Builder cut) {
    TensorProto weight = nodes.constant(convolution.getInput(1)).orElseThrow();
    int outputs = Math.toIntExact(weight.getDims(0));
    float[] values = Nodes.floats(weight);
    int each = values.length / outputs;
    int wider = each / Math.toIntExact(weight.getDims(1)) * channels;
    ByteBuffer bytes =
        ByteBuffer.allocate(outputs * wider * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int output = 0; output < outputs; output++) {
      bytes.asFloatBuffer().position(output * wider).put(values, output * each, each);
    }
    String name = weight.getName() + ".padded";
    cut.addInitializer(
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(TensorProto.DataType.FLOAT.getNumber())
            .addAllDims(weight.getDimsList())
            .setDims(1, channels)
            .setRawData(ByteString.copyFrom(bytes)));
    return convolution.toBuilder().setInput(1, name).build();
  }

  private static ValueInfoProto value(String name, int... sizes) {
    TypeProto.Tensor.Builder type =
        TypeProto.Tensor.newBuilder().setElemType(TensorProto.DataType.FLOAT.getNumber());
    if (sizes.length > 0) {
      TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
      shape.addDim(Dimension.newBuilder().setDimParam("batch"));
      for (int size : sizes) shape.addDim(Dimension.newBuilder().setDimValue(size));
      type.setShape(shape);
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(type))
        .build();
  }
}
