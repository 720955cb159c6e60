package org.motifworks.inference.check;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a graph must take, exactly, and give, at least. The first dimension of all is the batch.
 *
 * @param inputs by name
 * @param outputs by name; a graph may have others
 */
public record GraphSignature(Map<String, Value> inputs, Map<String, Value> outputs) {

  /** A size that may be any. */
  static final long ANY = 0;

  /**
   * A tensor {@code [batch, sizes...]}.
   *
   * @param sizes {@link #ANY} where it does not matter
   */
  record Value(DataType type, List<Long> sizes) {

    boolean fits(Tensor tensor) {
      if (tensor.type() != type || tensor.rank() != sizes.size() + 1) return false;
      if (!tensor.size(0).equals(Extent.BATCH)) return false;
      for (int i = 0; i < sizes.size(); i++) {
        Extent size = tensor.size(i + 1);
        if (size.perSequence() || (sizes.get(i) != ANY && size.count() != sizes.get(i))) {
          return false;
        }
      }
      return true;
    }

    /** Such as {@code UINT8 [batch, 200]}. */
    @Override
    public String toString() {
      return sizes.stream()
          .map(size -> size == ANY ? "any" : size.toString())
          .collect(Collectors.joining(", ", type + " [batch, ", "]"));
    }
  }

  /** {@code tokens} [N, window] → {@code logits} and {@code probabilities} [N, classes]. */
  public static GraphSignature predict(int window, int classes) {
    Value scores = floats(classes);
    return new GraphSignature(
        Map.of("tokens", tokens(window)), Map.of("logits", scores, "probabilities", scores));
  }

  /** The same of any window and classes: {@link CheckedGraph#size} then tells which. */
  public static GraphSignature anyPredict() {
    return predict((int) ANY, (int) ANY);
  }

  /** {@code tokens} [N, window] → {@code activations} [N, F, L']. */
  public static GraphSignature filters(int window) {
    return new GraphSignature(
        Map.of("tokens", tokens(window)), Map.of("activations", floats(ANY, ANY)));
  }

  /**
   * {@code tokens} [N, window], {@code class_weights} [N, classes] → {@code saliency} [N, 4,
   * window].
   */
  public static GraphSignature saliency(int window, int classes) {
    return new GraphSignature(
        Map.of("tokens", tokens(window), "class_weights", floats(classes)),
        Map.of("saliency", floats(4, window)));
  }

  private static Value tokens(long window) {
    return new Value(DataType.UINT8, List.of(window));
  }

  private static Value floats(long... sizes) {
    return new Value(DataType.FLOAT, Arrays.stream(sizes).boxed().toList());
  }
}
