package org.motifworks.worker.check;

import ai.onnxruntime.OrtException;
import org.motifworks.core.npy.MappedByteMatrix;
import org.motifworks.worker.network.TokenSource;

/** Compares exported graphs with the engine. */
public final class ExportCheck {

  /** The largest difference of a logit that an export may have. */
  public static final double ALLOWED = 1e-4;

  private static final int BATCH = 250;

  private ExportCheck() {}

  /**
   * Logits of all sequences of a split from {@code predict.onnx}, row-major {@code [N, classes]}.
   */
  public static float[] logits(GraphSession predict, TokenSource split) throws OrtException {
    int classes = split.classes();
    float[] logits = new float[Math.multiplyExact(split.size(), classes)];
    for (int from = 0; from < split.size(); from += BATCH) {
      int count = Math.min(BATCH, split.size() - from);
      float[] part = predict.run(rows(split.sequences(), from, count), null, "logits");
      System.arraycopy(part, 0, logits, from * classes, part.length);
    }
    return logits;
  }

  /** The largest absolute difference; not a number when any value is none. */
  public static double largestDifference(float[] a, float[] b) {
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      double difference = Math.abs((double) a[i] - b[i]);
      if (Double.isNaN(difference)) {
        return Double.NaN;
      }
      largest = Math.max(largest, difference);
    }
    return largest;
  }

  /**
   * Whether {@code saliency.onnx} gives finite numbers, not all zero, on the first sequences of a
   * split, each explained for the class with the highest of its given logits.
   */
  public static boolean saliencyIsSound(GraphSession saliency, TokenSource split, float[] logits)
      throws OrtException {
    int classes = split.classes();
    int count = Math.min(32, split.size());
    float[] weights = new float[count * classes];
    for (int row = 0; row < count; row++) {
      int best = row * classes;
      for (int i = row * classes; i < (row + 1) * classes; i++) {
        best = logits[i] > logits[best] ? i : best;
      }
      weights[best] = 1;
    }
    float[] values = saliency.run(rows(split.sequences(), 0, count), weights, "saliency");
    return values.length == count * 4 * split.window() && finiteAndNotAllZero(values);
  }

  /** Whether {@code filters.onnx} gives finite numbers on the first sequences, for every layer. */
  public static boolean filtersAreSound(GraphSession filters, TokenSource split)
      throws OrtException {
    int count = Math.min(32, split.size());
    for (String output : filters.outputs()) {
      for (float value : filters.run(rows(split.sequences(), 0, count), null, output)) {
        if (!Float.isFinite(value)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Tokens of consecutive rows, {@code [count, window]}. */
  public static byte[] rows(MappedByteMatrix sequences, int from, int count) {
    byte[] tokens = new byte[count * sequences.columns()];
    sequences.copyRows(from, count, tokens, 0);
    return tokens;
  }

  private static boolean finiteAndNotAllZero(float[] values) {
    boolean any = false;
    for (float value : values) {
      if (!Float.isFinite(value)) {
        return false;
      }
      any |= value != 0;
    }
    return any;
  }
}
