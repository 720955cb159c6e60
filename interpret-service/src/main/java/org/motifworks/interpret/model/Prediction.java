package org.motifworks.interpret.model;

/**
 * Scores of a batch.
 *
 * @param classes number of classes
 * @param logits shape {@code [rows, classes]}
 * @param probabilities sigmoid of the logits, same shape
 */
@SuppressWarnings("ArrayRecordComponent") // made for one reader, never compared
public record Prediction(int classes, float[] logits, float[] probabilities) {

  /** Logit of a class for a row. */
  public float logit(int row, int classIndex) {
    return logits[row * classes + classIndex];
  }

  /** Probability of a class for a row. */
  public float probability(int row, int classIndex) {
    return probabilities[row * classes + classIndex];
  }
}
