package org.motifworks.inference.check;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.motifworks.inference.check.TestGraph.CHECK;
import static org.motifworks.inference.check.TestGraph.SIGNATURE;
import static org.motifworks.inference.check.TestGraph.assertRefused;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.ByteString;
import org.junit.jupiter.api.Test;

/** Graphs that are small to send, and want more memory or work than a model may. */
class GraphSizeTest {

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
  void outputDeclaredLargerThanItIs_isRefused() {
    TestGraph graph = TestGraph.whole();
    graph.graph.setOutput(0, TestGraph.value("logits", DataType.FLOAT, 1 << 30));
    assertRefused(graph, "model.corrupt").hasMessageContaining("declared otherwise");
  }

  @Test
  void fileAboveTheBound_isRefusedUnread() {
    GraphCheck strict = new GraphCheck(new GraphLimits(100, 10, 10, 10, 10));
    assertThatThrownBy(() -> strict.check(new byte[101], SIGNATURE))
        .hasMessageContaining("101 bytes, 100 are allowed");
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
}
