package org.motifworks.inference;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnxruntime.OrtException;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;
import org.motifworks.core.architecture.Activation;

/**
 * An exported saliency graph, its first layer computed by look-ups, there and back. ONNX Runtime
 * gives the gradient at the pooled map; only the maximum of each window passes it on to the input.
 * For many threads.
 */
public final class LookUpGradient implements AutoCloseable {
  private static final String WEIGHTS = "class_weights";

  private final FirstLayer layer;
  private final Tail tail;
  private final String gradient;
  private final boolean guided;

  private LookUpGradient(FirstLayer layer, Tail tail, String gradient, boolean guided) {
    this.layer = layer;
    this.tail = tail;
    this.gradient = gradient;
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
      GraphCut rest = GraphCut.behind(layer, model, nodes, List.of(gradient)).orElse(null);
      if (rest == null) return Optional.empty();
      return Optional.of(new LookUpGradient(layer, new Tail(layer, rest, pool), gradient, guided));
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
          float[] found = lane.rest(count, WEIGHTS, chosen, List.of(gradient))[0];
          for (int row = 0; row < count; row++) {
            throughFirstLayer(lane, found, row);
            lane.gradient.write(all, 4 * (first + row) * layer.window());
          }
        });
    return all;
  }

  @Override
  public void close() throws OrtException {
    tail.close();
  }

  /**
   * Windows that share a maximum follow each other, since the first maximum of a window never lies
   * before that of the window before it. Their gradients are added up before they are rectified.
   */
  private void throughFirstLayer(Tail.Lane lane, float[] gradients, int row) {
    int windows = layer.windows();
    int filters = layer.tables().filters();
    boolean rectified = guided && layer.activation() == Activation.RELU;
    lane.gradient.begin(layer.window());
    for (int filter = 0; filter < filters; filter++) {
      int from = (row * filters + filter) * windows;
      int cell = lane.cell(row, filter);
      for (int i = 0; i < windows; ) {
        int position = lane.positions[cell + i];
        float sum = 0;
        for (; i < windows && lane.positions[cell + i] == position; i++) {
          sum += gradients[from + i] * slope(lane.pooled[cell + i]);
        }
        if (!rectified || sum > 0) lane.gradient.add(filter, position, sum);
      }
    }
  }

  /** Slope of the activation where its value is {@code y}. */
  private float slope(float y) {
    return switch (layer.activation()) {
      case RELU -> y > 0 ? 1 : 0;
      case EXPONENTIAL -> y;
      case SOFTPLUS -> (float) -Math.expm1(-y);
    };
  }

  /** The gradient before it passes the first layer's activation and pool, by its only use. */
  private static Optional<String> atPooledMap(Nodes nodes, FirstLayer layer, boolean guided) {
    return switch (layer.activation()) {
      case RELU ->
          nodes
              .reader(layer.sums(), "Greater")
              .flatMap(mask -> nodes.onlyReader(mask.getOutput(0), "Where"))
              .map(where -> where.getInput(1))
              .map(passed -> guided ? beforeRelu(nodes, passed) : passed);
      case EXPONENTIAL -> factorOf(nodes, layer.output());
      case SOFTPLUS ->
          nodes
              .reader(layer.sums(), "Sigmoid")
              .flatMap(slope -> factorOf(nodes, slope.getOutput(0)));
    };
  }

  private static String beforeRelu(Nodes nodes, String passed) {
    return nodes
        .maker(passed)
        .filter(Nodes.is("Relu"))
        .map(relu -> relu.getInput(0))
        .orElse(passed);
  }

  private static Optional<String> factorOf(Nodes nodes, String slope) {
    return nodes
        .reader(slope, "Mul")
        .filter(product -> product.getInput(1).equals(slope))
        .map((NodeProto product) -> product.getInput(0));
  }
}
