package org.motifworks.inference;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnxruntime.OrtException;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * An exported saliency graph, its first layer computed by look-ups, there and back. ONNX Runtime
 * gives the gradient at the pooled map; only the maximum of each window passes it on to the input.
 * For many threads.
 */
public final class LookUpGradient implements AutoCloseable {
  private static final String WEIGHTS = "class_weights";

  private final FirstLayer layer;
  private final Optional<SecondLayer> second;
  private final Tail tail;
  private final List<String> outputs;
  private final boolean guided;
  private final Queue<WayBack> idle = new ConcurrentLinkedQueue<>();

  private LookUpGradient(
      FirstLayer layer,
      Optional<SecondLayer> second,
      Tail tail,
      List<String> outputs,
      boolean guided) {
    this.layer = layer;
    this.second = second;
    this.tail = tail;
    this.outputs = outputs;
    this.guided = guided;
  }

  /**
   * Takes a graph apart.
   *
   * @param guided whether its ReLUs let only positive gradients pass backwards
   * @return empty when it cannot be, and has to be run whole
   */
  public static Optional<LookUpGradient> of(byte[] graph, boolean guided, InferencePool pool)
      throws OrtException {
    try {
      ModelProto model = ModelProto.parseFrom(graph);
      Nodes nodes = new Nodes(model.getGraph());
      FirstLayer layer = FirstLayer.of(nodes).orElse(null);
      String gradient = layer == null ? null : atPooledMap(nodes, layer, guided).orElse(null);
      if (gradient == null) return Optional.empty();
      Optional<SecondLayer> second = SecondLayer.of(nodes, layer, gradient);
      List<String> outputs = second.map(SecondLayer::outputs).orElse(List.of(gradient));
      GraphCut rest = GraphCut.behind(layer, model, nodes, outputs).orElse(null);
      if (rest == null) return Optional.empty();
      Tail tail = new Tail(layer, rest, pool);
      return Optional.of(new LookUpGradient(layer, second, tail, outputs, guided));
    } catch (InvalidProtocolBufferException e) {
      return Optional.empty();
    }
  }

  /**
   * Gradient of a weighted sum of logits with respect to the one-hot input.
   *
   * @param tokens A C G T N = 0..4, shape {@code [rows, window]}
   * @param weights shape {@code [rows, classes]}
   * @return shape {@code [rows, 4, window]}, channels A C G T
   * @throws IllegalArgumentException for another token
   */
  public float[] gradient(byte[] tokens, int rows, float[] weights) throws OrtException {
    int classes = rows == 0 ? 0 : weights.length / rows;
    float[] all = new float[4 * rows * layer.window()];
    tail.each(
        rows,
        (lane, first, count) -> {
          lane.scan(tokens, first, count, true);
          FloatBuffer chosen = FloatBuffer.wrap(weights, first * classes, count * classes).slice();
          List<FloatBuffer> found = lane.rest(count, WEIGHTS, chosen, outputs);
          WayBack free = idle.poll();
          WayBack back = free == null ? new WayBack(layer, second, guided) : free;
          for (int row = 0; row < count; row++) {
            back.go(lane, found, row);
            back.write(all, 4 * (first + row) * layer.window());
          }
          idle.add(back);
        });
    return all;
  }

  /** About how many bytes it holds: tables and working memory counted, the session estimated. */
  public long bytes() {
    return layer.tables().bytes() + tail.bytes();
  }

  @Override
  public void close() throws OrtException {
    tail.close();
  }

  /** The gradient before it passes the first layer's activation and pool, by its only use. */
  private static Optional<String> atPooledMap(Nodes nodes, FirstLayer layer, boolean guided) {
    return switch (layer.activation()) {
      case RELU ->
          nodes
              .reader(layer.sums(), "Greater")
              .flatMap(mask -> nodes.onlyReader(mask.getOutput(0), "Where"))
              .map(where -> where.getInput(1))
              .map(passed -> guided ? nodes.beforeRelu(passed) : passed);
      case EXPONENTIAL -> factorOf(nodes, layer.output());
      case SOFTPLUS ->
          nodes
              .reader(layer.sums(), "Sigmoid")
              .flatMap(slope -> factorOf(nodes, slope.getOutput(0)));
    };
  }

  private static Optional<String> factorOf(Nodes nodes, String slope) {
    return nodes
        .reader(slope, "Mul")
        .filter(product -> product.getInput(1).equals(slope))
        .map((NodeProto product) -> product.getInput(0));
  }
}
