package org.motifworks.inference;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A graph's nodes by what they make and what they read. */
final class Nodes {
  private final GraphProto graph;
  private final Map<String, NodeProto> makers = new HashMap<>();
  private final Map<String, List<NodeProto>> readers = new HashMap<>();
  private final Map<String, TensorProto> constants = new HashMap<>();

  Nodes(GraphProto graph) {
    this.graph = graph;
    for (NodeProto node : graph.getNodeList()) {
      node.getOutputList().forEach(output -> makers.put(output, node));
      for (String input : node.getInputList()) {
        readers.computeIfAbsent(input, ignored -> new ArrayList<>()).add(node);
      }
    }
    graph.getInitializerList().forEach(constant -> constants.put(constant.getName(), constant));
  }

  GraphProto graph() {
    return graph;
  }

  /** The node that makes a tensor; empty for an input or a constant. */
  Optional<NodeProto> maker(String tensor) {
    return Optional.ofNullable(makers.get(tensor));
  }

  /** Those that read a tensor, in the graph's order. */
  List<NodeProto> readers(String tensor) {
    return readers.getOrDefault(tensor, List.of());
  }

  /** The only reader of a tensor, when it is of that operator. */
  Optional<NodeProto> onlyReader(String tensor, String operator) {
    List<NodeProto> all = readers(tensor);
    return all.size() == 1 ? Optional.of(all.get(0)).filter(is(operator)) : Optional.empty();
  }

  /** The first reader of that operator. */
  Optional<NodeProto> reader(String tensor, String operator) {
    return readers(tensor).stream().filter(is(operator)).findFirst();
  }

  /** What a ReLU made a tensor of; the tensor itself, where none did. */
  String beforeRelu(String tensor) {
    return maker(tensor).filter(is("Relu")).map(relu -> relu.getInput(0)).orElse(tensor);
  }

  Optional<TensorProto> constant(String name) {
    return Optional.ofNullable(constants.get(name));
  }

  static Predicate<NodeProto> is(String operator) {
    return node -> node.getOpType().equals(operator);
  }

  /** Integers of an attribute; empty when the node has none of that name. */
  static List<Long> integers(NodeProto node, String name) {
    return node.getAttributeList().stream()
        .filter(attribute -> attribute.getName().equals(name))
        .findFirst()
        .map(AttributeProto::getIntsList)
        .orElse(List.of());
  }

  /** Values of a float32 constant, however it is stored. */
  static float[] floats(TensorProto constant) {
    if (constant.getRawData().isEmpty()) {
      float[] values = new float[constant.getFloatDataCount()];
      for (int i = 0; i < values.length; i++) values[i] = constant.getFloatData(i);
      return values;
    }
    FloatBuffer raw =
        constant.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    float[] values = new float[raw.remaining()];
    raw.get(values);
    return values;
  }
}
