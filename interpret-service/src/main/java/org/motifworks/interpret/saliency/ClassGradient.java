package org.motifworks.interpret.saliency;

import java.util.ArrayList;
import java.util.List;
import org.motifworks.contracts.interpretation.SaliencyRule;
import org.motifworks.core.sequence.Nucleotide;
import org.motifworks.interpret.model.InferenceSession;
import org.motifworks.interpret.model.Prediction;
import org.motifworks.interpret.model.TokenBatch;

/** Gradient of a class's logit with respect to the letters, for single sequences and for many. */
public final class ClassGradient {
  private static final int LETTERS = 4;

  private final InferenceSession session;
  private final SaliencyRule rule;

  /** By a rule that the model has a graph of. */
  public ClassGradient(InferenceSession session, SaliencyRule rule) {
    this.session = session;
    this.rule = rule;
  }

  /**
   * One sequence, explained for one class.
   *
   * @param gradient shape {@code [length][4]} (A C G T)
   */
  @SuppressWarnings("ArrayRecordComponent") // short-lived, never compared
  public record Explained(
      double logit, double probability, SaliencyRule rule, double[][] gradient) {}

  /** Explains one sequence. */
  public Explained explain(byte[] tokens, int classIndex) {
    TokenBatch one = TokenBatch.of(tokens);
    Prediction prediction = session.predict(one);
    return new Explained(
        prediction.logit(0, classIndex),
        prediction.probability(0, classIndex),
        rule,
        gradients(one, new int[] {classIndex}).get(0));
  }

  /** The gradient of each row of a batch for its class, shape {@code [length][4]} each. */
  List<double[][]> gradients(TokenBatch batch, int[] classes) {
    float[] saliency = session.saliency(batch, classes, rule);
    List<double[][]> gradients = new ArrayList<>(classes.length);
    for (int row = 0; row < classes.length; row++) {
      gradients.add(positionMajor(saliency, row, batch.window()));
    }
    return gradients;
  }

  /**
   * The gradient of each row of a batch for its class at the letters that are there (gradient x
   * input), 0 for N.
   *
   * @return shape {@code [rows][length]}
   */
  public float[][] atLetters(TokenBatch batch, int[] classes) {
    float[] saliency = session.saliency(batch, classes, rule);
    int length = batch.window();
    float[][] values = new float[classes.length][length];
    byte[] tokens = new byte[length];
    for (int row = 0; row < classes.length; row++) {
      batch.copyRow(row, tokens);
      for (int i = 0; i < length; i++) {
        if (tokens[i] == Nucleotide.N) continue;
        values[row][i] = saliency[(row * LETTERS + tokens[i]) * length + i];
      }
    }
    return values;
  }

  private static double[][] positionMajor(float[] saliency, int row, int length) {
    double[][] gradient = new double[length][4];
    for (int channel = 0; channel < 4; channel++) {
      int start = (row * 4 + channel) * length;
      for (int i = 0; i < length; i++) gradient[i][channel] = saliency[start + i];
    }
    return gradient;
  }
}
