package org.motifworks.worker.attempt;

import org.motifworks.contracts.model.DriftReference;
import org.motifworks.core.drift.DriftCounts;
import org.motifworks.worker.network.TokenSource;

/** Counts what drift is measured against when the model is in use. */
final class DriftCounting {

  private DriftCounting() {}

  /**
   * Reads the training split once.
   *
   * @param testLogits shape {@code [N_test, classes]}
   */
  static DriftReference of(TokenSource training, float[] testLogits) {
    int classes = training.classes();
    DriftCounts counts = new DriftCounts(classes);
    byte[] row = new byte[training.window()];
    for (int i = 0; i < training.size(); i++) {
      training.sequences().copyRow(i, row, 0);
      counts.addSequence(row);
    }
    float[] probabilities = new float[testLogits.length];
    for (int i = 0; i < testLogits.length; i++) {
      probabilities[i] = (float) (1 / (1 + StrictMath.exp(-testLogits[i])));
    }
    int scored = testLogits.length / classes;
    for (int i = 0; i < scored; i++) counts.addScores(probabilities, i * classes);
    return DriftReference.of(counts, classes, scored);
  }
}
