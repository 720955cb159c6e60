package org.motifworks.inference.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.motifworks.inference.check.TestGraph.CHECK;
import static org.motifworks.inference.check.TestGraph.SIGNATURE;
import static org.motifworks.inference.check.TestGraph.assertRefused;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Graphs that want more than to score sequences, and what is said of them. */
class GraphCheckTest {
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
}
