package org.motifworks.worker.network;

import ai.djl.ndarray.NDArray;

/**
 * Binary cross-entropy with probabilities clipped to [1e-7, 1 - 1e-7], averaged over classes and
 * sequences. With a sign s of 1 or -1 for the label, the probability given to the truth is
 * sigmoid(s × logit), so that one logarithm does.
 */
public final class CrossEntropy {

  /** The logit of 1 - 1e-7: clipping there is clipping the probability. */
  private static final double LIMIT = Math.log((1 - 1e-7) / 1e-7);

  private CrossEntropy() {}

  /** On the engine, for training. */
  static NDArray mean(NDArray logits, NDArray signs) {
    return each(logits, signs).mean();
  }

  /** The same with a weight for each class of each sequence; the mean is over their number. */
  static NDArray weightedMean(NDArray logits, NDArray signs, NDArray weights) {
    return each(logits, signs).mul(weights).mean();
  }

  /**
   * The same beside the engine, with its slopes.
   *
   * @param signs as long as {@code logits}
   * @param weights as long; null for 1
   * @param slopes is filled with the gradient of the mean at each logit
   */
  static double mean(float[] logits, float[] signs, float[] weights, float[] slopes) {
    double sum = 0;
    for (int i = 0; i < logits.length; i++) {
      double weight = (weights == null ? 1.0 : weights[i]) / logits.length;
      double signed = (double) logits[i] * signs[i];
      double odds = Math.exp(-Math.min(LIMIT, Math.max(-LIMIT, signed))); // NaN stays NaN
      sum += weight * Math.log1p(odds);
      boolean clipped = Math.abs(signed) > LIMIT;
      slopes[i] = clipped ? 0 : (float) (-signs[i] * weight * odds / (1 + odds));
    }
    return sum;
  }

  private static NDArray each(NDArray logits, NDArray signs) {
    return logits.mul(signs).clip(-LIMIT, LIMIT).neg().exp().add(1).log();
  }

  /** The sum over the classes of one sequence, in double. */
  static double sum(float[] logits, int offset, byte[] labels) {
    double sum = 0;
    for (int c = 0; c < labels.length; c++) {
      double signed = labels[c] == 0 ? -logits[offset + c] : logits[offset + c];
      sum += Math.log1p(Math.exp(-Math.min(LIMIT, Math.max(-LIMIT, signed))));
    }
    return sum;
  }
}
