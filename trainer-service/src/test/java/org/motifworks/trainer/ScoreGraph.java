package org.motifworks.trainer;

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
import java.util.List;
import java.util.function.Consumer;

/** The smallest graph that scores: tokens times a matrix. */
final class ScoreGraph {

  private ScoreGraph() {}

  /**
   * @param weight of all of the matrix: graphs that differ in it have other bytes
   */
  static byte[] of(int window, int classes, float weight) {
    return of(window, classes, weight, graph -> {});
  }

  /** With something done to it. */
  static byte[] of(int window, int classes, float weight, Consumer<GraphProto.Builder> change) {
    TensorProto.Builder matrix =
        TensorProto.newBuilder().setName("w").setDataType(DataType.FLOAT_VALUE);
    matrix.addDims(window).addDims(classes);
    for (int i = 0; i < window * classes; i++) matrix.addFloatData(weight);
    AttributeProto to =
        AttributeProto.newBuilder()
            .setName("to")
            .setType(AttributeType.INT)
            .setI(DataType.FLOAT_VALUE)
            .build();
    GraphProto.Builder graph =
        GraphProto.newBuilder()
            .setName("scores")
            .addInitializer(matrix)
            .addInput(value("tokens", DataType.UINT8, window))
            .addNode(node("Cast", "x", "tokens").addAttribute(to))
            .addNode(node("MatMul", "logits", "x", "w"))
            .addNode(node("Sigmoid", "probabilities", "logits"))
            .addOutput(value("logits", DataType.FLOAT, classes))
            .addOutput(value("probabilities", DataType.FLOAT, classes));
    change.accept(graph);
    return ModelProto.newBuilder()
        .setIrVersion(8)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(18))
        .setGraph(graph)
        .build()
        .toByteArray();
  }

  static NodeProto.Builder node(String operator, String output, String... inputs) {
    return NodeProto.newBuilder()
        .setOpType(operator)
        .setName("the-" + output)
        .addAllInput(List.of(inputs))
        .addOutput(output);
  }

  private static ValueInfoProto value(String name, DataType type, int size) {
    TensorShapeProto.Builder shape =
        TensorShapeProto.newBuilder()
            .addDim(Dimension.newBuilder().setDimParam("batch"))
            .addDim(Dimension.newBuilder().setDimValue(size));
    TypeProto.Tensor.Builder tensor =
        TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(shape);
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(tensor))
        .build();
  }
}
