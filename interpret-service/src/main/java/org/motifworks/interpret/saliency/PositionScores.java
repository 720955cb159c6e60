package org.motifworks.interpret.saliency;

import java.util.List;
import java.util.OptionalDouble;
import org.motifworks.core.dataset.Placement;
import org.motifworks.core.metric.AuRoc;

/**
 * How well saliency tells embedded positions from the rest of a sequence.
 *
 * <p>A position's score is |S| summed over A, C, G and T. The sum, not the value at the base that
 * is there: the gradient asks what any letter would change, and a position matters as much when the
 * model was waiting for another letter as when it found the right one.
 */
final class PositionScores {
  private PositionScores() {}

  /** Scores of shape {@code [length]} of a gradient {@code [length][4]}. */
  static float[] of(double[][] saliency) {
    float[] scores = new float[saliency.length];
    for (int i = 0; i < scores.length; i++) {
      double sum = 0;
      for (double value : saliency[i]) sum += Math.abs(value);
      scores[i] = (float) sum;
    }
    return scores;
  }

  /** AU-ROC of the scores against the placed positions; empty when all or none are placed. */
  static OptionalDouble auRoc(double[][] saliency, List<Placement> placements) {
    byte[] embedded = new byte[saliency.length];
    for (Placement placement : placements) {
      for (int i = placement.start(); i < Math.min(placement.end(), embedded.length); i++) {
        embedded[i] = 1;
      }
    }
    return AuRoc.of(of(saliency), embedded);
  }
}
