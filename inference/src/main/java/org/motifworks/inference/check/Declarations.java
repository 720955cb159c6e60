package org.motifworks.inference.check;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a graph says of its tensors, against what was asked for and what it makes. */
final class Declarations {
  private Declarations() {}

  /** Its inputs: a first dimension that is not fixed is the batch, no other may be left open. */
  static Map<String, Tensor> inputs(GraphProto graph) {
    Map<String, Tensor> inputs = new LinkedHashMap<>();
    for (ValueInfoProto input : graph.getInputList()) {
      String name = "input " + GraphRefused.quoted(input.getName());
      try {
        if (inputs.put(input.getName(), input(input)) == null) continue;
        throw GraphRefused.corrupt("there are two of that name");
      } catch (GraphRefused e) {
        throw e.in(name);
      }
    }
    return inputs;
  }

  /** Refuses other inputs than those of a signature. */
  static void require(Map<String, Tensor> inputs, GraphSignature signature) {
    if (!inputs.keySet().equals(signature.inputs().keySet())) {
      throw GraphRefused.signature(
          "it takes %s, not %s".formatted(names(inputs.keySet()), signature.inputs()));
    }
    inputs.forEach(
        (name, tensor) -> requireFit("takes", name, tensor, signature.inputs().get(name)));
  }

  /** Refuses outputs that lack one of a signature; {@code made} are all tensors. */
  static void require(GraphProto graph, Map<String, Tensor> made, GraphSignature signature) {
    Set<String> given = new HashSet<>();
    graph.getOutputList().forEach(output -> given.add(output.getName()));
    if (!given.containsAll(signature.outputs().keySet())) {
      throw GraphRefused.signature(
          "it gives %s, not %s".formatted(names(given), signature.outputs()));
    }
    signature
        .outputs()
        .forEach((name, wanted) -> requireFit("gives", name, made.get(name), wanted));
  }

  /** What a graph says of its tensors must be so: their readers make room by it. */
  static void agree(List<ValueInfoProto> values, Map<String, Tensor> made) {
    for (ValueInfoProto value : values) {
      Tensor tensor = made.get(value.getName());
      String name = "tensor " + GraphRefused.quoted(value.getName());
      if (tensor == null) throw GraphRefused.corrupt(name + " is declared, but not made");
      if (agrees(value, tensor)) continue;
      throw GraphRefused.corrupt(
          "%s is declared otherwise than it is made: %s %s"
              .formatted(name, tensor.type(), tensor.shape()));
    }
  }

  private static boolean agrees(ValueInfoProto value, Tensor tensor) {
    List<Dimension> sizes = shape(value).getDimList();
    if (value.getType().getTensorType().getElemType() != tensor.type().getNumber()) return false;
    if (!value.getType().getTensorType().hasShape()) return true;
    if (sizes.size() != tensor.rank()) return false;
    for (int i = 0; i < sizes.size(); i++) {
      Extent told = Extent.fixed(sizes.get(i).getDimValue());
      if (sizes.get(i).hasDimValue() && !told.equals(tensor.size(i))) return false;
    }
    return true;
  }

  private static Tensor input(ValueInfoProto input) {
    List<Extent> sizes = new ArrayList<>();
    for (Dimension size : shape(input).getDimList()) {
      boolean open = sizes.isEmpty() && !size.hasDimValue();
      sizes.add(open ? Extent.BATCH : Extent.fixed(size.getDimValue()));
    }
    return Tensor.of(Constants.type(input.getType().getTensorType().getElemType()), sizes);
  }

  private static void requireFit(
      String verb, String name, Tensor tensor, GraphSignature.Value wanted) {
    if (wanted.fits(tensor)) return;
    throw GraphRefused.signature(
        "it %s %s as %s %s, not %s".formatted(verb, name, tensor.type(), tensor.shape(), wanted));
  }

  private static List<String> names(Set<String> names) {
    return names.stream().sorted().limit(8).map(GraphRefused::quoted).toList();
  }

  private static TensorShapeProto shape(ValueInfoProto value) {
    if (value.getType().hasTensorType()) return value.getType().getTensorType().getShape();
    throw GraphRefused.corrupt(GraphRefused.quoted(value.getName()) + " is no tensor");
  }
}
