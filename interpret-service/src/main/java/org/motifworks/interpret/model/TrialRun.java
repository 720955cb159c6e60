package org.motifworks.interpret.model;

import java.util.Random;

/**
 * What an imported model must pass in place of a sample, which it has none of: it scores a few
 * sequences made up here. That cannot show that the scores are right, but that they are numbers,
 * that probabilities are such, and that a sequence's do not depend on the sequences beside it.
 */
final class TrialRun {
  private static final int ROWS = 4;
  private static final int NUCLEOTIDES = 4;
  private static final byte UNKNOWN = 4; // N
  // Kernels differ with the size of a batch in the last digits of a float, not by more.
  private static final double TOLERANCE = 1e-3;

  private TrialRun() {}

  /**
   * Runs a model on random sequences, the last of them all N, together and each alone.
   *
   * @throws InferenceException {@code model.corrupt}, {@code inference.failed}
   */
  static void of(InferenceSession session, ModelOutline model) {
    Random random = new Random(1);
    byte[][] rows = new byte[ROWS][model.window()];
    TokenBatch batch = new TokenBatch(ROWS, model.window());
    for (int row = 0; row < ROWS; row++) {
      boolean last = row == ROWS - 1;
      for (int i = 0; i < model.window(); i++) {
        rows[row][i] = last ? UNKNOWN : (byte) random.nextInt(NUCLEOTIDES);
      }
      batch.add(rows[row]);
    }
    Prediction together = session.predict(batch);
    int classes = model.classes().size();
    requireCount(together.logits(), ROWS * classes);
    requireCount(together.probabilities(), ROWS * classes);
    for (float logit : together.logits()) {
      if (!Float.isFinite(logit)) throw corrupt("gives the logit " + logit);
    }
    for (float probability : together.probabilities()) {
      boolean possible = probability >= 0 && probability <= 1; // false for NaN
      if (!possible) throw corrupt("gives the probability " + probability);
    }
    for (int row = 0; row < ROWS; row++) {
      float[] alone = session.predict(TokenBatch.of(rows[row])).probabilities();
      requireCount(alone, classes);
      for (int i = 0; i < classes; i++) requireSame(alone[i], together.probability(row, i));
    }
  }

  private static void requireCount(float[] found, int wanted) {
    if (found.length != wanted) throw corrupt("gives " + found.length + " scores, not " + wanted);
  }

  private static void requireSame(float alone, float together) {
    if (Math.abs(alone - together) <= TOLERANCE) return;
    throw corrupt("scores a sequence %s alone and %s beside others".formatted(alone, together));
  }

  private static InferenceException corrupt(String what) {
    return new InferenceException("model.corrupt", "predict.onnx " + what);
  }
}
