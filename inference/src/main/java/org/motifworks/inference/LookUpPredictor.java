package org.motifworks.inference;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnxruntime.OrtException;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;

/** An exported {@code predict} graph, its first layer computed by look-ups. For many threads. */
public final class LookUpPredictor implements AutoCloseable {
  private static final String LOGITS = "logits";
  private static final String PROBABILITIES = "probabilities";

  private final FirstLayer layer;
  private final Tail tail;

  private LookUpPredictor(FirstLayer layer, Tail tail) {
    this.layer = layer;
    this.tail = tail;
  }

  /**
   * Scores of a batch.
   *
   * @param logits shape {@code [rows, classes]}
   * @param probabilities sigmoid of the logits, same shape
   */
  @SuppressWarnings("ArrayRecordComponent") // made for one reader, never compared
  public record Scores(float[] logits, float[] probabilities) {}

  /**
   * Takes a graph apart.
   *
   * @return empty when it cannot be, and has to be run whole
   */
  public static Optional<LookUpPredictor> of(byte[] graph, InferencePool pool) throws OrtException {
    try {
      ModelProto model = ModelProto.parseFrom(graph);
      Nodes nodes = new Nodes(model.getGraph());
      FirstLayer layer = FirstLayer.of(nodes).orElse(null);
      if (layer == null || !gives(nodes, LOGITS) || !gives(nodes, PROBABILITIES)) {
        return Optional.empty();
      }
      GraphCut rest =
          GraphCut.behind(layer, model, nodes, List.of(LOGITS, PROBABILITIES)).orElse(null);
      if (rest == null) return Optional.empty();
      return Optional.of(new LookUpPredictor(layer, new Tail(layer, rest, pool)));
    } catch (InvalidProtocolBufferException e) {
      return Optional.empty();
    }
  }

  /** The layer computed by look-ups. */
  public FirstLayer firstLayer() {
    return layer;
  }

  /**
   * Scores sequences.
   *
   * @param tokens A C G T N = 0..4, shape {@code [rows, window]}
   * @throws IllegalArgumentException for another token
   */
  public Scores scores(byte[] tokens, int rows, int classes) throws OrtException {
    Scores all = new Scores(new float[rows * classes], new float[rows * classes]);
    tail.each(
        rows,
        (lane, first, count) -> {
          lane.scan(tokens, first, count, false);
          List<FloatBuffer> found = lane.rest(count, null, null, List.of(LOGITS, PROBABILITIES));
          found.get(0).get(0, all.logits(), first * classes, count * classes);
          found.get(1).get(0, all.probabilities(), first * classes, count * classes);
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

  private static boolean gives(Nodes nodes, String output) {
    return nodes.graph().getOutputList().stream().anyMatch(one -> one.getName().equals(output));
  }
}
