package org.motifworks.interpret;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.contracts.model.ModelFiles;
import org.motifworks.core.npy.NpyWriter;
import org.motifworks.kit.artifact.ArtifactStore;

/**
 * Whole artifacts, every hash right, with a {@code predict.onnx} that does something else. Made
 * from the tiny model.
 */
public final class HostileModels {
  private static final int WINDOW = 100;
  private static final int CLASSES = 12;
  // 8e9 multiplications for each of 32 sequences a processor: some 10 s on any machine.
  private static final int WIDE = 2000;
  private static final int DEEP = 2000;

  private HostileModels() {}

  /** By what is wrong with them. */
  public static Map<String, ArtifactRef> in(ArtifactStore store) {
    return Map.of(
        "other-outputs", model(store, "other-outputs", graph(HostileModels::otherWeights)),
        "nan", model(store, "nan", graph(HostileModels::notNumbers)),
        "external-data", model(store, "external-data", graph(HostileModels::outside)),
        "loop", model(store, "loop", graph(HostileModels::loop)),
        "huge", model(store, "huge", graph(HostileModels::huge)),
        "truncated", model(store, "truncated", bytes -> Arrays.copyOf(bytes, bytes.length / 2)),
        "slow", slow(store));
  }

  private static ArtifactRef slow(ArtifactStore store) {
    int rows = 32 * Math.min(32, Runtime.getRuntime().availableProcessors());
    Map<String, UnaryOperator<byte[]>> changes =
        Map.of(
            ModelFiles.PREDICT,
            graph(HostileModels::slow),
            ModelFiles.SAMPLE_SEQUENCES,
            before -> npy(rows, WINDOW, false),
            ModelFiles.SAMPLE_LOGITS,
            before -> npy(rows, CLASSES, true));
    return TinyArtifacts.changed(store, "models/hostile/slow", changes);
  }

  /** Zeros. */
  private static byte[] npy(int rows, int columns, boolean floats) {
    try {
      Path file = Files.createTempFile("sample", ".npy");
      if (floats) {
        NpyWriter.write(file, new float[rows * columns], rows, columns);
      } else {
        try (NpyWriter writer = NpyWriter.bytes(file, columns)) {
          for (int row = 0; row < rows; row++) writer.writeRow(new byte[columns]);
        }
      }
      byte[] bytes = Files.readAllBytes(file);
      Files.delete(file);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ArtifactRef model(
      ArtifactStore store, String name, UnaryOperator<byte[]> predict) {
    return TinyArtifacts.changed(
        store, "models/hostile/" + name, Map.of(ModelFiles.PREDICT, predict));
  }

  private static UnaryOperator<byte[]> graph(UnaryOperator<GraphProto> change) {
    return bytes -> {
      try {
        ModelProto model = ModelProto.parseFrom(bytes);
        return model.toBuilder().setGraph(change.apply(model.getGraph())).build().toByteArray();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  /** A valid graph that has learned something else. */
  private static GraphProto otherWeights(GraphProto graph) {
    return withBias(graph, 1f);
  }

  private static GraphProto notNumbers(GraphProto graph) {
    return withBias(graph, Float.NaN);
  }

  /** The last layer's biases all that value. */
  private static GraphProto withBias(GraphProto graph, float value) {
    GraphProto.Builder changed = graph.toBuilder();
    for (int i = 0; i < graph.getInitializerCount(); i++) {
      TensorProto bias = graph.getInitializer(i);
      if (!bias.getName().equals("output.bias")) continue;
      int count = Math.toIntExact(bias.getDims(0));
      changed.setInitializer(i, bias.toBuilder().setRawData(repeated(value, count)));
    }
    return changed.build();
  }

  /** A weight that lies in a file of the machine. */
  private static GraphProto outside(GraphProto graph) {
    TensorProto.Builder weight = graph.getInitializer(0).toBuilder().clearRawData();
    weight.setDataLocation(TensorProto.DataLocation.EXTERNAL);
    weight.addExternalDataBuilder().setKey("location").setValue("/etc/passwd");
    return graph.toBuilder().setInitializer(0, weight).build();
  }

  private static GraphProto loop(GraphProto graph) {
    AttributeProto.Builder body =
        AttributeProto.newBuilder()
            .setName("body")
            .setType(AttributeProto.AttributeType.GRAPH)
            .setG(GraphProto.newBuilder().setName("for-ever"));
    NodeProto.Builder loop = NodeProto.newBuilder().setOpType("Loop").setName("the-loop");
    return graph.toBuilder().addNode(loop.addAttribute(body).addOutput("never")).build();
  }

  /** Four terabytes, asked for by two numbers. */
  private static GraphProto huge(GraphProto graph) {
    TensorProto shape =
        TensorProto.newBuilder()
            .setName("bomb")
            .setDataType(DataType.INT64_VALUE)
            .addDims(2)
            .addInt64Data(1 << 20)
            .addInt64Data(1 << 20)
            .build();
    NodeProto.Builder zeros = NodeProto.newBuilder().setOpType("ConstantOfShape");
    return graph.toBuilder()
        .addInitializer(shape)
        .addNode(zeros.addInput("bomb").addOutput("zeros"))
        .build();
  }

  /**
   * Allowed in all it does, and no end to be seen: one large matrix, multiplied again and again.
   */
  private static GraphProto slow(GraphProto graph) {
    GraphProto.Builder slow = graph.toBuilder().clearNode().clearInitializer();
    AttributeProto.Builder to = AttributeProto.newBuilder().setName("to").setI(1);
    slow.addNode(
        node("Cast", "x", "tokens").addAttribute(to.setType(AttributeProto.AttributeType.INT)));
    slow.addInitializer(matrix("in", WINDOW, WIDE)).addInitializer(matrix("again", WIDE, WIDE));
    slow.addInitializer(matrix("out", WIDE, CLASSES)).addNode(node("MatMul", "y0", "x", "in"));
    for (int i = 0; i < DEEP; i++) slow.addNode(node("MatMul", "y" + (i + 1), "y" + i, "again"));
    slow.addNode(node("MatMul", "logits", "y" + DEEP, "out"));
    return slow.addNode(node("Sigmoid", "probabilities", "logits")).build();
  }

  private static NodeProto.Builder node(String operator, String output, String... inputs) {
    return NodeProto.newBuilder()
        .setOpType(operator)
        .addAllInput(Arrays.asList(inputs))
        .addOutput(output);
  }

  private static TensorProto matrix(String name, int rows, int columns) {
    return TensorProto.newBuilder()
        .setName(name)
        .setDataType(DataType.FLOAT_VALUE)
        .addDims(rows)
        .addDims(columns)
        .setRawData(repeated(1f / columns, rows * columns))
        .build();
  }

  private static ByteString repeated(float value, int count) {
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * count).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) bytes.putFloat(value);
    return ByteString.copyFrom(bytes.flip());
  }

  /** Cuts a file of a committed artifact short. */
  public static void cutShort(ArtifactStore store, ArtifactRef ref, String file) {
    try {
      Path path = store.open(ref).file(file);
      byte[] bytes = Files.readAllBytes(path);
      path.toFile().setWritable(true);
      Files.write(path, Arrays.copyOf(bytes, bytes.length / 2));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
