package org.motifworks.inference.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.SparseTensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Graphs that want more than to score sequences, and what is said of them. */
class GraphCheckTest {
  private static final GraphSignature SIGNATURE =
      GraphSignature.predict(TestGraph.WINDOW, TestGraph.CLASSES);
  private static final GraphCheck CHECK = new GraphCheck(GraphLimits.DEFAULT);

  @Test
  void soundGraph_passes_withWhatItTakes() {
    GraphFootprint footprint = CHECK.check(TestGraph.whole().bytes(), SIGNATURE).footprint();
    assertThat(footprint.constantBytes()).isEqualTo(8 * 2 * 4);
    assertThat(footprint.computedBytes()).isZero();
    assertThat(footprint.sequenceBytes()).isEqualTo(8 * 4 + 2 * 4); // x and logits
    assertThat(footprint.operations()).isEqualTo(8 + 16 + 2);
  }

  @Test
  void graphOfAnyWindow_tellsItsSizes_andOtherInputsAreRefused() {
    CheckedGraph graph = CHECK.check(TestGraph.whole().bytes(), GraphSignature.anyPredict());
    assertThat(graph.size("tokens", 1)).isEqualTo(TestGraph.WINDOW);
    assertThat(graph.size("probabilities", 1)).isEqualTo(TestGraph.CLASSES);
    TestGraph oneHot = new TestGraph();
    oneHot.graph.addInput(TestGraph.value("x", DataType.FLOAT, 4, TestGraph.WINDOW));
    assertThatThrownBy(() -> CHECK.check(oneHot.ended("x").bytes(), GraphSignature.anyPredict()))
        .isInstanceOf(GraphRefused.class)
        .hasMessageContaining("it takes ['x'], not {tokens=UINT8 [batch, any]}");
  }

  /** Two bytes each in the file, and an object each once it is read. */
  @Test
  void fileOfEmptyMessages_isRefusedBeforeItIsRead() {
    byte[] empty = new byte[2 * 1_000_000];
    for (int i = 0; i < empty.length; i += 2) empty[i] = 1 << 3 | 2; // a node, of no bytes
    byte[] model = new TestGraph().model.build().toByteArray();
    ByteString.Output file = ByteString.newOutput();
    file.write(model, 0, model.length);
    file.write(7 << 3 | 2); // the graph
    for (int length = empty.length; length > 0; length >>>= 7) {
      file.write(length > 0x7f ? length & 0x7f | 0x80 : length);
    }
    file.write(empty, 0, empty.length);
    assertThatThrownBy(() -> CHECK.check(file.toByteString().toByteArray(), SIGNATURE))
        .isInstanceOf(GraphRefused.class)
        .hasMessageContaining("bytes of memory beside its data");
  }

  @Test
  void graphInTwoParts_isRefused() {
    byte[] whole = TestGraph.whole().bytes();
    byte[] twice = Arrays.copyOf(whole, 2 * whole.length);
    System.arraycopy(whole, 0, twice, whole.length, whole.length);
    assertThatThrownBy(() -> CHECK.check(twice, SIGNATURE))
        .isInstanceOf(GraphRefused.class)
        .hasMessageContaining("a part comes twice");
  }

  @Test
  void whatTheCheckDoesNotKnow_isLeftOut() {
    TestGraph graph = TestGraph.whole();
    UnknownFieldSet.Field future =
        UnknownFieldSet.Field.newBuilder().addLengthDelimited(ByteString.copyFromUtf8("?")).build();
    graph.graph.setUnknownFields(UnknownFieldSet.newBuilder().addField(900, future).build());
    assertThat(graph.bytes()).hasSizeGreaterThan(TestGraph.whole().bytes().length);
    assertThat(CHECK.check(graph.bytes(), SIGNATURE).bytes()).isEqualTo(TestGraph.whole().bytes());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Loop", "If", "Scan", "RandomNormal", "NonZero", "Expand", "Tile", "Range"})
  void operatorOffTheList_isRefused_byNameAndNode(String operator) {
    assertRefused(TestGraph.begun().node(operator, "y", null, "x"), "model.operator-not-allowed")
        .hasMessageContaining("'the-y'")
        .hasMessageContaining("'" + operator + "'")
        .hasMessageContaining("allowed are Abs, Add, And");
  }

  @Test
  void operatorOfAnotherDomain_isRefused() {
    TestGraph graph = TestGraph.whole();
    graph.graph.setNode(0, graph.graph.getNode(0).toBuilder().setDomain("com.microsoft"));
    assertRefused(graph, "model.operator-not-allowed").hasMessageContaining("'com.microsoft'");
  }

  @Test
  void importOfAnotherDomain_isRefused() {
    TestGraph graph = TestGraph.whole();
    graph.model.addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("evil").setVersion(1));
    assertRefused(graph, "model.operator-not-allowed").hasMessageContaining("'evil'");
  }

  @Test
  void operatorSetThatIsNotUnderstood_isRefused() {
    TestGraph graph = TestGraph.whole();
    graph.model.setOpsetImport(0, OperatorSetIdProto.newBuilder().setVersion(9));
    assertRefused(graph, "model.operator-not-allowed").hasMessageContaining("operator set 9");
  }

  @Test
  void function_isRefused() {
    TestGraph graph = TestGraph.whole();
    graph.model.addFunctions(FunctionProto.newBuilder().setName("Relu"));
    assertRefused(graph, "model.operator-not-allowed").hasMessageContaining("'Relu'");
  }

  @Test
  void subgraphOfAnAllowedOperator_isRefused() {
    AttributeProto body =
        AttributeProto.newBuilder()
            .setName("body")
            .setType(AttributeType.GRAPH)
            .setG(GraphProto.getDefaultInstance())
            .build();
    assertRefused(TestGraph.begun().node("Relu", "y", body, "x"), "model.operator-not-allowed")
        .hasMessageContaining("'body'");
  }

  @Test
  void sparseConstant_isRefused() {
    TestGraph graph = TestGraph.whole();
    graph.graph.addSparseInitializer(SparseTensorProto.getDefaultInstance());
    assertRefused(graph, "model.operator-not-allowed");
  }

  @Test
  void dataOutsideTheFile_isRefused_alsoInAnAttribute() {
    TestGraph constant = TestGraph.whole();
    constant.graph.addInitializer(TestGraph.outside("secret"));
    assertRefused(constant, "model.external-data").hasMessageContaining("'secret'");
    AttributeProto value =
        AttributeProto.newBuilder()
            .setName("value")
            .setType(AttributeType.TENSOR)
            .setT(TestGraph.outside("hidden"))
            .build();
    assertRefused(TestGraph.begun().node("Constant", "y", value), "model.external-data")
        .hasMessageContaining("'hidden'");
  }

  @Test
  void constantSmallerThanItsShape_isRefused() {
    assertRefused(
            TestGraph.whole().floats("w", new float[3], 1L << 40, 1L << 40), "model.too-large")
        .hasMessageContaining("'w'");
    assertRefused(TestGraph.whole().floats("w", new float[3], 4), "model.corrupt")
        .hasMessageContaining("says 4 values, its data has 3");
  }

  @Test
  void reshapeBomb_isRefused() {
    TestGraph graph = TestGraph.begun().integers("shape", -1, 1L << 40);
    assertRefused(graph.node("Reshape", "y", null, "x", "shape"), "model.corrupt")
        .hasMessageContaining("'the-y'");
  }

  @Test
  void constantOfShapeBomb_isRefused_fixedOrByTheSequence() {
    TestGraph fixed = TestGraph.begun().integers("shape", 1 << 20, 1 << 20);
    assertRefused(fixed.node("ConstantOfShape", "y", null, "shape"), "model.too-large")
        .hasMessageContaining("4398046511104 bytes for what is computed from constants");
    TestGraph growing = TestGraph.begun().node("Shape", "n", TestGraph.attribute("end", 1), "x");
    growing.integers("many", 1 << 26).node("Mul", "size", null, "n", "many");
    assertRefused(growing.node("ConstantOfShape", "y", null, "size"), "model.too-large")
        .hasMessageContaining("bytes for a sequence");
  }

  @Test
  void shapeThatTheSequenceDecides_isRefused() {
    TestGraph graph = TestGraph.begun();
    graph.node("ReduceMax", "largest", TestGraph.attribute("axes", 0, 1), "tokens");
    graph.node("Cast", "size", TestGraph.attribute("to", DataType.INT64_VALUE), "largest");
    assertRefused(graph.node("ConstantOfShape", "y", null, "size"), "model.corrupt")
        .hasMessageContaining("not known before the graph runs");
  }

  @Test
  void shapeOfChangedNumbers_isNotTakenForTheNumbers() {
    TestGraph graph = TestGraph.begun().integers("shape", -1, 8);
    graph.node("Neg", "other", null, "shape");
    assertRefused(graph.node("Reshape", "y", null, "x", "other"), "model.corrupt")
        .hasMessageContaining("not known before the graph runs");
  }

  @Test
  void productOfTheBatchWithItself_isRefused() {
    TestGraph graph = TestGraph.begun().node("Transpose", "turned", null, "x");
    assertRefused(graph.node("MatMul", "y", null, "x", "turned"), "model.too-large")
        .hasMessageContaining("square of the batch");
  }

  @Test
  void paddingBomb_isRefused() {
    TestGraph graph = TestGraph.begun().integers("axes", 1).floats("w", new float[1], 1, 1, 1);
    graph.node("Unsqueeze", "map", null, "x", "axes");
    AttributeProto pads = TestGraph.attribute("pads", 1 << 20, 1 << 20);
    graph.node("Conv", "once", pads, "map", "w");
    for (int i = 0; i < 8; i++) {
      graph.node("Conv", "again" + i, pads, i == 0 ? "once" : "again" + (i - 1), "w");
    }
    assertRefused(graph, "model.too-large").hasMessageContaining("bytes for a sequence");
    TestGraph wider = TestGraph.begun().integers("axes", 1).floats("w", new float[1], 1, 1, 1);
    wider.node("Unsqueeze", "map", null, "x", "axes");
    assertRefused(
            wider.node("Conv", "y", TestGraph.attribute("pads", 0, 1L << 40), "map", "w"),
            "model.too-large")
        .hasMessageContaining("an attribute of " + (1L << 40));
  }

  @Test
  void workBomb_isRefused() {
    TestGraph graph = TestGraph.begun();
    graph
        .floats("wide", new float[8 * 2000], 8, 2000)
        .floats("square", new float[2000 * 2000], 2000, 2000);
    graph.node("MatMul", "y0", null, "x", "wide");
    for (int i = 0; i < 2600; i++) graph.node("MatMul", "y" + (i + 1), null, "y" + i, "square");
    assertRefused(graph, "model.too-large").hasMessageContaining("operations for a sequence");
  }

  @Test
  void manyNodes_areRefused() {
    TestGraph graph = TestGraph.begun();
    for (int i = 0; i < 5001; i++) graph.node("Relu", "y" + i, null, i == 0 ? "x" : "y" + (i - 1));
    assertRefused(graph, "model.too-large").hasMessageContaining("5002 nodes, 5000 are allowed");
  }

  @Test
  void wayBackOfAnotherPool_isRefused() {
    TestGraph graph = TestGraph.begun().integers("axes", 1);
    graph.node("Unsqueeze", "map", null, "x", "axes");
    NodeProto.Builder pool = NodeProto.newBuilder().setOpType("MaxPool").addInput("map");
    pool.addAttribute(TestGraph.list("kernel_shape", 2)).addAttribute(TestGraph.list("strides", 2));
    graph.graph.addNode(pool.addOutput("pooled").addOutput("places"));
    NodeProto.Builder back = NodeProto.newBuilder().setOpType("MaxUnpool").setName("back");
    back.addInput("pooled").addInput("places").addOutput("wide");
    back.addAttribute(TestGraph.list("kernel_shape", 1)).addAttribute(TestGraph.list("strides", 1));
    graph.graph.addNode(back); // 4 positions, where the indices count in 8
    assertRefused(graph, "model.corrupt").hasMessageContaining("not those of the pool");
  }

  /** Such a window has no place of a maximum, and the way back would write anywhere. */
  @Test
  void windowBesideTheMap_isRefused() {
    TestGraph graph = TestGraph.begun().integers("axes", 1);
    graph.node("Unsqueeze", "map", null, "x", "axes");
    NodeProto.Builder pool = NodeProto.newBuilder().setOpType("MaxPool").addInput("map");
    pool.addAttribute(TestGraph.list("kernel_shape", 2)).addOutput("pooled").addOutput("places");
    NodeProto.Builder padded = pool.clone().addAttribute(TestGraph.list("pads", 2, 0));
    NodeProto.Builder open = pool.clone().addAttribute(TestGraph.attribute("ceil_mode", 1));
    graph.graph.addNode(padded);
    assertRefused(graph, "model.corrupt").hasMessageContaining("a pad is as large as the kernel");
    graph.graph.setNode(2, open);
    assertRefused(graph, "model.operator-not-allowed").hasMessageContaining("ceil_mode");
  }

  @Test
  void otherInputsOrOutputs_areRefused() {
    TestGraph more = TestGraph.whole();
    more.graph.addInput(TestGraph.value("more", DataType.FLOAT, 3));
    assertRefused(more, "model.signature").hasMessageContaining("'more'");
    TestGraph other = TestGraph.whole();
    other.graph.setInput(0, TestGraph.value("tokens", DataType.UINT8, 9));
    assertRefused(other, "model.signature").hasMessageContaining("UINT8 [batch, 8]");
    TestGraph less = TestGraph.whole();
    less.graph.removeOutput(1);
    assertRefused(less, "model.signature").hasMessageContaining("probabilities");
    assertThatThrownBy(() -> CHECK.check(TestGraph.whole().bytes(), GraphSignature.predict(8, 3)))
        .hasMessageContaining("FLOAT [batch, 3]");
  }

  @Test
  void outputDeclaredLargerThanItIs_isRefused() {
    TestGraph graph = TestGraph.whole();
    graph.graph.setOutput(0, TestGraph.value("logits", DataType.FLOAT, 1 << 30));
    assertRefused(graph, "model.corrupt").hasMessageContaining("declared otherwise");
  }

  @Test
  void cutOffOrNoGraph_isRefused() {
    byte[] whole = TestGraph.whole().bytes();
    for (int length : new int[] {0, 1, whole.length / 2, whole.length - 1}) {
      assertThatThrownBy(() -> CHECK.check(Arrays.copyOf(whole, length), SIGNATURE))
          .isInstanceOf(GraphRefused.class);
    }
    assertThatThrownBy(() -> CHECK.check("no graph".getBytes(StandardCharsets.UTF_8), SIGNATURE))
        .isInstanceOfSatisfying(
            GraphRefused.class, e -> assertThat(e.code()).isEqualTo("model.corrupt"));
  }

  @Test
  void tensorThatIsNotThere_andOneMadeTwice_areRefused() {
    assertRefused(TestGraph.begun().node("Relu", "y", null, "nowhere"), "model.corrupt")
        .hasMessageContaining("'nowhere'");
    assertRefused(
            TestGraph.begun().node("Relu", "y", null, "x").node("Relu", "y", null, "x"),
            "model.corrupt")
        .hasMessageContaining("two tensors are named 'y'");
  }

  @Test
  void fileAboveTheBound_isRefusedUnread() {
    GraphCheck strict = new GraphCheck(new GraphLimits(100, 10, 10, 10, 10));
    assertThatThrownBy(() -> strict.check(new byte[101], SIGNATURE))
        .hasMessageContaining("101 bytes, 100 are allowed");
  }

  private static AbstractThrowableAssert<?, ?> assertRefused(TestGraph graph, String code) {
    return assertThatThrownBy(() -> CHECK.check(graph.bytes(), SIGNATURE))
        .isInstanceOfSatisfying(GraphRefused.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
