package org.motifworks.core.logo;

import org.motifworks.core.motif.PositionProbabilityMatrix;

/** From probabilities and saliency to letter heights, shape {@code [length][4]}. */
public final class LogoHeights {
  private static final double SHARPNESS = 3;

  private LogoHeights() {}

  /** Each letter's probability times the information of its position, in bits (Schneider 1990). */
  public static double[][] information(PositionProbabilityMatrix matrix) {
    double[][] heights = matrix.rows();
    for (int position = 0; position < heights.length; position++) {
      double bits = matrix.informationContent(position);
      for (int nucleotide = 0; nucleotide < 4; nucleotide++) heights[position][nucleotide] *= bits;
    }
    return heights;
  }

  /**
   * The paper's saliency logo in bits: S' = exp(3 S / max|S|), each position divided by its sum,
   * height = S' (2 + sum S' log2 S'). A saliency of zero everywhere has no height.
   *
   * @param saliency shape {@code [length][4]}, finite
   */
  public static double[][] sharpenedSaliency(double[][] saliency) {
    double max = 0;
    for (double[] position : saliency) for (double s : position) max = Math.max(max, Math.abs(s));
    if (max == 0) return new double[saliency.length][4];
    double[][] sharpened = new double[saliency.length][4];
    for (int position = 0; position < saliency.length; position++) {
      for (int nucleotide = 0; nucleotide < 4; nucleotide++) {
        sharpened[position][nucleotide] =
            Math.exp(SHARPNESS * saliency[position][nucleotide] / max);
      }
    }
    return sharpened.length == 0
        ? sharpened
        : information(PositionProbabilityMatrix.normalized(sharpened));
  }
}
