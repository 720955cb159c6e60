package org.motifworks.inference.check;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One pass over a graph in the order of computation, with the shape of each tensor. */
final class GraphWalk {
  // None that may hold a graph.
  private static final Set<AttributeType> ATTRIBUTES =
      Set.of(
          AttributeType.INT,
          AttributeType.INTS,
          AttributeType.FLOAT,
          AttributeType.FLOATS,
          AttributeType.STRING,
          AttributeType.TENSOR);

  private final GraphProto graph;
  private final GraphLimits limits;
  private final Map<String, Tensor> tensors = new HashMap<>();
  private final LiveTensors live;
  private long constantBytes;
  private long computedBytes;
  private long operations;

  GraphWalk(GraphProto graph, GraphLimits limits) {
    this.graph = graph;
    this.limits = limits;
    this.live = new LiveTensors(graph);
  }

  /**
   * Goes through all of it.
   *
   * @throws GraphRefused at the first thing that is not allowed
   */
  GraphFootprint walk(Map<String, Tensor> inputs) {
    if (graph.getSparseInitializerCount() > 0) {
      throw GraphRefused.operator("sparse constants are not allowed");
    }
    for (TensorProto constant : graph.getInitializerList()) {
      Tensor tensor = Constants.tensor(constant);
      constantBytes += tensor.bytes().count(); // as much as the file has
      put(constant.getName(), tensor);
    }
    inputs.forEach(this::put);
    for (int i = 0; i < graph.getNodeCount(); i++) {
      NodeProto node = graph.getNode(i);
      try {
        compute(node);
        live.read(i);
      } catch (ArithmeticException e) {
        throw GraphRefused.tooLarge("a size is beyond counting").in(place(node, i));
      } catch (GraphRefused e) {
        throw e.in(place(node, i));
      }
    }
    return new GraphFootprint(constantBytes, computedBytes, live.peak(), operations);
  }

  /** All tensors there are, by name. */
  Map<String, Tensor> tensors() {
    return Collections.unmodifiableMap(tensors);
  }

  private void compute(NodeProto node) {
    if (!GraphCheck.DOMAINS.contains(node.getDomain())) {
      throw GraphRefused.operator(
          "its operator is of "
              + GraphRefused.quoted(node.getDomain())
              + "; only ONNX's own are allowed");
    }
    Rule rule =
        Operators.rule(node.getOpType())
            .orElseThrow(
                () ->
                    GraphRefused.operator(
                        "this operator is not allowed; allowed are " + Operators.allowed()));
    node.getAttributeList().forEach(this::requireAllowed);
    Rule.Result result = rule.apply(new Operation(node, inputs(node)));
    if (node.getOutputCount() < 1 || node.getOutputCount() > result.outputs().size()) {
      throw GraphRefused.corrupt("it names " + node.getOutputCount() + " outputs");
    }
    for (int i = 0; i < node.getOutputCount(); i++) {
      if (!node.getOutput(i).isEmpty()) made(node.getOutput(i), result.outputs().get(i));
    }
    operations = Math.addExact(operations, result.work().count());
    require(operations, limits.operations(), "operations for a sequence");
  }

  private void requireAllowed(AttributeProto attribute) {
    boolean allowed =
        ATTRIBUTES.contains(attribute.getType()) && attribute.getRefAttrName().isEmpty();
    if (!allowed || attribute.hasG() || attribute.getGraphsCount() > 0) {
      throw GraphRefused.operator(
          "its attribute "
              + GraphRefused.quoted(attribute.getName())
              + " is a graph, or of another kind that is not allowed");
    }
    if (attribute.hasT()) constantBytes += Constants.tensor(attribute.getT()).bytes().count();
  }

  private List<Optional<Tensor>> inputs(NodeProto node) {
    List<Optional<Tensor>> inputs = new ArrayList<>(node.getInputCount());
    for (String input : node.getInputList()) {
      if (!input.isEmpty() && !tensors.containsKey(input)) {
        throw GraphRefused.corrupt(
            "its input " + GraphRefused.quoted(input) + " is made by no node before it");
      }
      inputs.add(Optional.ofNullable(tensors.get(input)));
    }
    return inputs;
  }

  private void made(String name, Tensor tensor) {
    put(name, tensor);
    Extent bytes = tensor.bytes();
    if (bytes.perSequence()) live.made(name, bytes.count());
    else computedBytes = Math.addExact(computedBytes, bytes.count());
    require(live.now(), limits.sequenceBytes(), "bytes for a sequence");
    require(computedBytes, limits.computedBytes(), "bytes for what is computed from constants");
  }

  private static void require(long found, long most, String what) {
    if (found <= most) return;
    throw GraphRefused.tooLarge(
        "with it the graph takes %d %s, %d are allowed".formatted(found, what, most));
  }

  private void put(String name, Tensor tensor) {
    if (!name.isEmpty() && tensors.put(name, tensor) == null) return;
    throw GraphRefused.corrupt("two tensors are named " + GraphRefused.quoted(name));
  }

  private static String place(NodeProto node, int index) {
    String name = node.getName().isEmpty() ? "#" + index : GraphRefused.quoted(node.getName());
    return "node " + name + " of operator " + GraphRefused.quoted(node.getOpType());
  }
}
