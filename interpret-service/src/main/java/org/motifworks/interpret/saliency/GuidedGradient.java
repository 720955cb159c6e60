package org.motifworks.interpret.saliency;

import java.util.ArrayList;
import java.util.List;
import org.motifworks.interpret.model.InferenceSession;
import org.motifworks.interpret.model.Prediction;
import org.motifworks.interpret.model.TokenBatch;

/** Guided back-propagation of single sequences and of many. */
public final class GuidedGradient {
  private final InferenceSession session;

  public GuidedGradient(InferenceSession session) {
    this.session = session;
  }

  /**
   * One sequence, explained for one class.
   *
   * @param gradient shape {@code [length][4]} (A C G T)
   */
  @SuppressWarnings("ArrayRecordComponent") // short-lived, never compared
  public record Explained(double logit, double probability, double[][] gradient) {}

  /** Explains one sequence. */
  public Explained explain(byte[] tokens, int classIndex) {
    return explain(TokenBatch.of(tokens), new int[] {classIndex}).get(0);
  }

  /** Explains each row of a batch for its class. */
  public List<Explained> explain(TokenBatch batch, int[] classes) {
    Prediction prediction = session.predict(batch);
    float[] saliency = session.saliency(batch, classes);
    List<Explained> explained = new ArrayList<>(classes.length);
    for (int row = 0; row < classes.length; row++) {
      explained.add(
          new Explained(
              prediction.logit(row, classes[row]),
              prediction.probability(row, classes[row]),
              positionMajor(saliency, row, batch.window())));
    }
    return explained;
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
