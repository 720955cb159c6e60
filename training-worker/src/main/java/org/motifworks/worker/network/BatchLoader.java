package org.motifworks.worker.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.util.BitSet;

/** Brings rows of a split to the engine: 1 byte a nucleotide travels, one-hot is made there. */
final class BatchLoader {

  private final NDArray letters;

  BatchLoader(NDManager manager) {
    letters = manager.create(new int[] {0, 1, 2, 3}, new Shape(1, 1, 1, 4));
  }

  /**
   * One-hot float32 {@code [count, 4, 1, window]} of the rows {@code order[from .. from + count)},
   * a view of {@code [count, 1, window, 4]}: the channels are innermost in memory. N gives zeros.
   *
   * @param reversed rows to be read from the other strand
   */
  NDArray oneHot(
      TokenSource source, int[] order, int from, int count, BitSet reversed, NDManager manager) {
    int window = source.window();
    byte[] tokens = tokens(source, order, from, count, reversed);
    NDArray codes =
        manager.create(ByteBuffer.wrap(tokens), new Shape(count, 1, window, 1), DataType.UINT8);
    return codes
        .toType(DataType.INT32, false)
        .eq(letters)
        .toType(DataType.FLOAT32, false)
        .transpose(0, 3, 1, 2);
  }

  /** The rows as they are, {@code [count, window]}. */
  static byte[] tokens(TokenSource source, int[] order, int from, int count, BitSet reversed) {
    int window = source.window();
    byte[] tokens = new byte[count * window];
    for (int i = 0; i < count; i++) {
      source.sequences().copyRow(order[from + i], tokens, i * window);
      if (reversed.get(order[from + i])) {
        reverseComplement(tokens, i * window, window);
      }
    }
    return tokens;
  }

  /** Signs of the labels, {@code [count, classes]}: 1 for a positive, -1 for a negative. */
  static float[] signs(TokenSource source, int[] order, int from, int count) {
    int classes = source.classes();
    byte[] labels = new byte[count * classes];
    for (int i = 0; i < count; i++) {
      source.labels().copyRow(order[from + i], labels, i * classes);
    }
    float[] signs = new float[labels.length];
    for (int i = 0; i < labels.length; i++) {
      signs[i] = labels[i] == 0 ? -1 : 1;
    }
    return signs;
  }

  /**
   * What each label counts, {@code [count, classes]}: a positive its class's weight, a negative 1.
   */
  static float[] weights(
      TokenSource source, int[] order, int from, int count, float[] positiveWeights) {
    int classes = source.classes();
    byte[] labels = new byte[classes];
    float[] weights = new float[count * classes];
    for (int i = 0; i < count; i++) {
      source.labels().copyRow(order[from + i], labels, 0);
      for (int c = 0; c < classes; c++) {
        weights[i * classes + c] = labels[c] == 0 ? 1 : positiveWeights[c];
      }
    }
    return weights;
  }

  /** In place; A C G T N are 0 to 4, so that a complement is {@code 3 - token} and N stays. */
  static void reverseComplement(byte[] tokens, int from, int length) {
    for (int i = from, j = from + length - 1; i <= j; i++, j--) {
      byte left = complement(tokens[i]);
      tokens[i] = complement(tokens[j]);
      tokens[j] = left;
    }
  }

  private static byte complement(byte token) {
    return token < 4 ? (byte) (3 - token) : token;
  }
}
