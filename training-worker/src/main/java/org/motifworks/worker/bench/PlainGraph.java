package org.motifworks.worker.bench;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

/** An exported graph as other tools write it: its input is float one-hot {@code [N, 4, 1, L]}. */
final class PlainGraph {

  static final String INPUT = "one_hot";

  private PlainGraph() {}

  /** The graph without the nodes that make one-hot of tokens: those before its first Conv. */
  static byte[] of(byte[] exported) throws InvalidProtocolBufferException {
    ModelProto model = ModelProto.parseFrom(exported);
    GraphProto.Builder graph = model.getGraph().toBuilder();
    int first =
        IntStream.range(0, graph.getNodeCount())
            .filter(i -> graph.getNode(i).getOpType().equals("Conv"))
            .findFirst()
            .orElseThrow();
    Set<String> dropped = new HashSet<>();
    for (int i = 0; i < first; i++) {
      dropped.addAll(graph.getNode(0).getInputList());
      graph.removeNode(0);
    }
    for (int i = graph.getInitializerCount() - 1; i >= 0; i--) {
      if (dropped.contains(graph.getInitializer(i).getName())) graph.removeInitializer(i);
    }
    graph.setNode(0, graph.getNode(0).toBuilder().setInput(0, INPUT));
    for (int i = 0; i < graph.getInputCount(); i++) {
      if (graph.getInput(i).getName().equals("tokens")) graph.setInput(i, oneHot());
    }
    return model.toBuilder().setGraph(graph).build().toByteArray();
  }

  /** The same for a filters graph, with {@code maxima} and {@code positions} in place of maps. */
  static byte[] scan(byte[] filters) throws InvalidProtocolBufferException {
    ModelProto model = ModelProto.parseFrom(of(filters));
    GraphProto.Builder graph = model.getGraph().toBuilder();
    graph.addInitializer(
        TensorProto.newBuilder()
            .setName("last_axis")
            .addDims(1)
            .setDataType(TensorProto.DataType.INT64.getNumber())
            .addInt64Data(2));
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType("ReduceMax")
            .addInput("activations")
            .addInput("last_axis")
            .addOutput("maxima")
            .addAttribute(integer("keepdims", 0)));
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType("ArgMax")
            .addInput("activations")
            .addOutput("positions")
            .addAttribute(integer("axis", 2))
            .addAttribute(integer("keepdims", 0)));
    graph.clearOutput();
    graph.addOutput(output("maxima", TensorProto.DataType.FLOAT));
    graph.addOutput(output("positions", TensorProto.DataType.INT64));
    return model.toBuilder().setGraph(graph).build().toByteArray();
  }

  private static ValueInfoProto oneHot() {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    shape.addDim(Dimension.newBuilder().setDimParam("N"));
    for (int size : new int[] {4, 1, Sample.WINDOW}) {
      shape.addDim(Dimension.newBuilder().setDimValue(size));
    }
    return ValueInfoProto.newBuilder()
        .setName(INPUT)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder()
                        .setElemType(TensorProto.DataType.FLOAT.getNumber())
                        .setShape(shape)))
        .build();
  }

  private static ValueInfoProto output(String name, TensorProto.DataType type) {
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(TypeProto.Tensor.newBuilder().setElemType(type.getNumber())))
        .build();
  }

  private static AttributeProto integer(String name, long value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }
}
