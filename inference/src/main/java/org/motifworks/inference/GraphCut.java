package org.motifworks.inference;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Cuts out of a graph what lies between one of its tensors and some others. */
final class GraphCut {
  private GraphCut() {}

  /**
   * The graph that computes {@code outputs} when {@code given} is fed from outside.
   *
   * @param given float32, becomes an input of shape {@code [batch, sizes...]}
   * @return empty when {@code given} is not enough: the outputs still depend on the tokens
   */
  static Optional<byte[]> of(
      ModelProto model, Nodes nodes, String given, int[] sizes, List<String> outputs) {
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
    if (needed.contains("tokens") || !needed.contains(given)) return Optional.empty();
    GraphProto whole = nodes.graph();
    GraphProto.Builder cut =
        whole.toBuilder().clearNode().clearInitializer().clearInput().clearOutput();
    cut.addInput(value(given, sizes));
    for (ValueInfoProto input : whole.getInputList()) {
      if (needed.contains(input.getName())) cut.addInput(input);
    }
    for (NodeProto node : whole.getNodeList()) {
      boolean makesGiven = node.getOutputList().contains(given);
      if (!makesGiven && node.getOutputList().stream().anyMatch(needed::contains))
        cut.addNode(node);
    }
    for (TensorProto constant : whole.getInitializerList()) {
      if (needed.contains(constant.getName())) cut.addInitializer(constant);
    }
    for (String output : outputs) cut.addOutput(value(output));
    return Optional.of(model.toBuilder().setGraph(cut).build().toByteArray());
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
