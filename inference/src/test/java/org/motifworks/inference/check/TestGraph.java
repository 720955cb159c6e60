package org.motifworks.inference.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.util.Arrays;
import org.assertj.core.api.AbstractThrowableAssert;

/** Graphs put together by hand: {@code tokens} [N, 8] → {@code logits}, {@code probabilities}. */
final class TestGraph {
  static final int WINDOW = 8;
  static final int CLASSES = 2;
  static final GraphSignature SIGNATURE = GraphSignature.predict(WINDOW, CLASSES);
  static final GraphCheck CHECK = new GraphCheck(GraphLimits.DEFAULT);

  final GraphProto.Builder graph = GraphProto.newBuilder().setName("predict");
  final ModelProto.Builder model =
      ModelProto.newBuilder()
          .setIrVersion(8)
          .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(18));

  /** The inputs and the start of all: {@code x} FLOAT [N, 8]. */
  static TestGraph begun() {
    TestGraph begun = new TestGraph();
    begun.graph.addInput(value("tokens", DataType.UINT8, WINDOW));
    return begun.node("Cast", "x", attribute("to", DataType.FLOAT_VALUE), "tokens");
  }

  /** A whole one: a matrix and a sigmoid. */
  static TestGraph whole() {
    return begun().ended("x");
  }

  /** Ends in logits made from {@code x} FLOAT [N, 8]. */
  TestGraph ended(String x) {
    floats("weight", new float[WINDOW * CLASSES], WINDOW, CLASSES);
    node("MatMul", "logits", null, x, "weight");
    node("Sigmoid", "probabilities", null, "logits");
    graph.addOutput(value("logits", DataType.FLOAT, CLASSES));
    graph.addOutput(value("probabilities", DataType.FLOAT, CLASSES));
    return this;
  }

  byte[] bytes() {
    return model.setGraph(graph).build().toByteArray();
  }

  TestGraph node(String operator, String output, AttributeProto attribute, String... inputs) {
    NodeProto.Builder node = NodeProto.newBuilder().setOpType(operator).setName("the-" + output);
    if (attribute != null) node.addAttribute(attribute);
    graph.addNode(node.addOutput(output).addAllInput(Arrays.asList(inputs)));
    return this;
  }

  TestGraph floats(String name, float[] values, long... sizes) {
    TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(1);
    for (long size : sizes) tensor.addDims(size);
    for (float value : values) tensor.addFloatData(value);
    graph.addInitializer(tensor);
    return this;
  }

  TestGraph integers(String name, long... values) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setName(name).setDataType(DataType.INT64_VALUE);
    for (long value : values) tensor.addInt64Data(value);
    graph.addInitializer(tensor.addDims(values.length));
    return this;
  }

  static AttributeProto attribute(String name, long... values) {
    AttributeProto.Builder attribute = AttributeProto.newBuilder().setName(name);
    if (values.length == 1) return attribute.setType(AttributeType.INT).setI(values[0]).build();
    return list(name, values);
  }

  static AttributeProto list(String name, long... values) {
    AttributeProto.Builder attribute = AttributeProto.newBuilder().setName(name);
    for (long value : values) attribute.addInts(value);
    return attribute.setType(AttributeType.INTS).build();
  }

  static ValueInfoProto value(String name, DataType type, long... sizes) {
    TensorShapeProto.Builder shape =
        TensorShapeProto.newBuilder().addDim(Dimension.newBuilder().setDimParam("batch"));
    for (long size : sizes) shape.addDim(Dimension.newBuilder().setDimValue(size));
    TypeProto.Tensor.Builder tensor =
        TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(shape);
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(tensor))
        .build();
  }

  /** Where data in another file would be said to lie. */
  static TensorProto outside(String name) {
    return TensorProto.newBuilder()
        .setName(name)
        .setDataType(1)
        .addDims(4)
        .setDataLocation(TensorProto.DataLocation.EXTERNAL)
        .setRawData(ByteString.EMPTY)
        .build();
  }

  static AbstractThrowableAssert<?, ?> assertRefused(TestGraph graph, String code) {
    return assertThatThrownBy(() -> CHECK.check(graph.bytes(), SIGNATURE))
        .isInstanceOfSatisfying(GraphRefused.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
