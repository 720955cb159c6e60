package org.motifworks.inference;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * MaxPool with indices and the MaxUnpool that reads them, said otherwise: ONNX Runtime has no fast
 * MaxPool that gives indices. Where the pool's windows tile the map, the maximum's place is the
 * ArgMax, the first of equals, of the map cut into windows.
 */
final class Unpooling {
  private Unpooling() {}

  /** Rewrites each such pair of a graph in place; others stay. */
  static void rewrite(GraphProto.Builder graph) {
    Map<String, NodeProto> byIndices =
        graph.getNodeList().stream()
            .filter(Nodes.is("MaxPool"))
            .filter(pool -> pool.getOutputCount() == 2 && tiles(pool))
            .collect(Collectors.toMap(pool -> pool.getOutput(1), pool -> pool));
    List<NodeProto> nodes = List.copyOf(graph.getNodeList());
    for (NodeProto node : nodes) {
      if (!Nodes.is("MaxUnpool").test(node)) node.getInputList().forEach(byIndices::remove);
    }
    graph.clearNode();
    for (NodeProto node : nodes) {
      boolean pool = node.getOutputCount() == 2 && byIndices.containsKey(node.getOutput(1));
      NodeProto source = Nodes.is("MaxUnpool").test(node) ? byIndices.get(node.getInput(1)) : null;
      if (pool) {
        graph.addNode(node.toBuilder().clearOutput().addOutput(node.getOutput(0)));
      } else if (source != null) {
        unpool(graph, source, node);
      } else {
        graph.addNode(node);
      }
    }
  }

  /** Whether a pool's windows lie side by side from the map's first position on. */
  static boolean tiles(NodeProto pool) {
    List<Long> kernel = Nodes.integers(pool, "kernel_shape");
    return kernel.size() == 2
        && kernel.get(0) == 1
        && kernel.equals(Nodes.integers(pool, "strides"))
        && Nodes.integers(pool, "pads").equals(List.of(0L, 0L, 0L, 0L));
  }

  private static void unpool(GraphProto.Builder graph, NodeProto pool, NodeProto unpool) {
    String name = unpool.getOutput(0) + ".";
    int size = Nodes.integers(pool, "kernel_shape").get(1).intValue();
    // 0 keeps a dimension: [batch, channels, windows, size]
    add(
        graph,
        name + "cut",
        "Reshape",
        pool.getInput(0),
        constant(graph, name + "a", 0, 0, -1, size));
    NodeProto.Builder largest =
        NodeProto.newBuilder().setOpType("ArgMax").addInput(name + "cut").addOutput(name + "place");
    graph.addNode(largest.addAttribute(integer("axis", 3)).addAttribute(integer("keepdims", 1)));
    add(graph, name + "shape", "Shape", name + "cut");
    add(graph, name + "zeros", "ConstantOfShape", name + "shape"); // float32 0 unless told
    add(graph, name + "g", "Reshape", unpool.getInput(0), constant(graph, name + "b", 0, 0, -1, 1));
    NodeProto.Builder scatter = NodeProto.newBuilder().setOpType("ScatterElements");
    scatter.addInput(name + "zeros").addInput(name + "place").addInput(name + "g");
    graph.addNode(scatter.addOutput(name + "there").addAttribute(integer("axis", 3)));
    String whole = constant(graph, name + "c", 0, 0, 1, -1);
    add(graph, unpool.getOutput(0), "Reshape", name + "there", whole);
  }

  private static void add(
      GraphProto.Builder graph, String output, String operator, String... inputs) {
    graph.addNode(
        NodeProto.newBuilder().setOpType(operator).addAllInput(List.of(inputs)).addOutput(output));
  }

  private static String constant(GraphProto.Builder graph, String name, long... values) {
    TensorProto.Builder constant =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(TensorProto.DataType.INT64.getNumber())
            .addDims(values.length);
    IntStream.range(0, values.length).forEach(i -> constant.addInt64Data(values[i]));
    graph.addInitializer(constant);
    return name;
  }

  private static AttributeProto integer(String name, long value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }
}
