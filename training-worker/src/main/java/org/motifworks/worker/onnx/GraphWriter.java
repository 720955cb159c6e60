package org.motifworks.worker.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts an ONNX graph together, node by node, in the order of computation. The first dimension is
 * the batch.
 */
final class GraphWriter {

  private static final int OPSET = 18;
  private static final int IR_VERSION = 8;

  private final GraphProto.Builder graph = GraphProto.newBuilder();
  private int nodes;

  GraphWriter(String name) {
    graph.setName(name);
  }

  /** Declares an input {@code [batch, sizes...]}. */
  String input(String name, TensorProto.DataType type, int... sizes) {
    graph.addInput(value(name, type, sizes));
    return name;
  }

  /** Declares an output {@code [batch, sizes...]} that a node has produced under this name. */
  void output(String name, int... sizes) {
    graph.addOutput(value(name, TensorProto.DataType.FLOAT, sizes));
  }

  /** A float32 constant. */
  String constant(String name, float[] values, int... shape) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return initializer(name, TensorProto.DataType.FLOAT, bytes, shape);
  }

  /** An int32 constant. */
  String constant(String name, int[] values, int... shape) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asIntBuffer().put(values);
    return initializer(name, TensorProto.DataType.INT32, bytes, shape);
  }

  /** A one-dimensional int64 constant, as shapes and axes are. */
  String integers(String name, long... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * 8).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().put(values);
    return initializer(name, TensorProto.DataType.INT64, bytes, values.length);
  }

  /** A node with one output of a made-up name. */
  String node(String operator, Map<String, Object> attributes, String... inputs) {
    return named(operator + "_" + ++nodes, operator, attributes, inputs);
  }

  /** A node with one output of this name. */
  String named(String output, String operator, Map<String, Object> attributes, String... inputs) {
    add(List.of(output), operator, attributes, inputs);
    return output;
  }

  /** A node with two outputs of made-up names. */
  List<String> pair(String operator, Map<String, Object> attributes, String... inputs) {
    nodes++;
    List<String> outputs = List.of(operator + "_" + nodes, operator + "_" + nodes + "_second");
    add(outputs, operator, attributes, inputs);
    return outputs;
  }

  /** The bytes of the model, with its provenance as metadata. */
  byte[] model(Map<String, String> metadata) {
    ModelProto.Builder model =
        ModelProto.newBuilder()
            .setIrVersion(IR_VERSION)
            .setProducerName("motifworks")
            .setGraph(graph)
            .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET));
    new TreeMap<>(metadata)
        .forEach(
            (key, value) ->
                model.addMetadataProps(
                    StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
    return model.build().toByteArray();
  }

  private void add(
      List<String> outputs, String operator, Map<String, Object> attributes, String... inputs) {
    NodeProto.Builder node =
        NodeProto.newBuilder().setOpType(operator).setName(outputs.get(0)).addAllOutput(outputs);
    node.addAllInput(List.of(inputs));
    new TreeMap<>(attributes).forEach((name, value) -> node.addAttribute(attribute(name, value)));
    graph.addNode(node);
  }

  private static AttributeProto attribute(String name, Object value) {
    AttributeProto.Builder attribute = AttributeProto.newBuilder().setName(name);
    if (value instanceof Integer integer) {
      return attribute.setType(AttributeProto.AttributeType.INT).setI(integer).build();
    }
    if (value instanceof String text) {
      return attribute
          .setType(AttributeProto.AttributeType.STRING)
          .setS(ByteString.copyFromUtf8(text))
          .build();
    }
    if (value instanceof int[] integers) {
      List<Long> longs = new ArrayList<>();
      for (int integer : integers) {
        longs.add((long) integer);
      }
      return attribute.setType(AttributeProto.AttributeType.INTS).addAllInts(longs).build();
    }
    throw new IllegalArgumentException("no attribute of type " + value.getClass());
  }

  private String initializer(
      String name, TensorProto.DataType type, ByteBuffer bytes, int... shape) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(type.getNumber())
            .setRawData(ByteString.copyFrom(bytes));
    for (int size : shape) {
      tensor.addDims(size);
    }
    graph.addInitializer(tensor);
    return name;
  }

  private static ValueInfoProto value(String name, TensorProto.DataType type, int... sizes) {
    TensorShapeProto.Builder shape =
        TensorShapeProto.newBuilder()
            .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("batch"));
    for (int size : sizes) {
      shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(size));
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(shape)))
        .build();
  }
}
