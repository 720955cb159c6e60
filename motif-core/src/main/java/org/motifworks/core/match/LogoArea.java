package org.motifworks.core.match;

import org.motifworks.core.logo.LogoHeights;
import org.motifworks.core.motif.PositionProbabilityMatrix;

/**
 * A sequence logo as an area in bits: its letters can be laid over another logo's, and where they
 * meet, the smaller of two equal letters is the area that both share.
 */
final class LogoArea {
  private final double[] heights; // [width][4]
  private final double[] letters = new double[4];

  /** The whole area: the motif's information. */
  final double bits;

  final int width;

  private LogoArea(double[] heights) {
    this.heights = heights;
    width = heights.length / 4;
    for (int i = 0; i < heights.length; i++) letters[i % 4] += heights[i];
    bits = letters[0] + letters[1] + letters[2] + letters[3];
  }

  static LogoArea of(PositionProbabilityMatrix matrix) {
    double[] flat = new double[matrix.width() * 4];
    double[][] heights = LogoHeights.information(matrix);
    for (int i = 0; i < flat.length; i++) flat[i] = heights[i / 4][i % 4];
    return new LogoArea(flat);
  }

  /** The logo of the opposite strand. */
  LogoArea reverseComplement() {
    double[] reversed = new double[heights.length];
    for (int i = 0; i < reversed.length; i++) reversed[reversed.length - 1 - i] = heights[i];
    return new LogoArea(reversed);
  }

  /**
   * Area shared with another logo, in bits: sum over columns under each other and nucleotides of
   * the smaller letter.
   *
   * @param offset this logo's first column lies over this one of the other (0-based, may be
   *     negative)
   */
  double shared(LogoArea other, int offset) {
    double sum = 0;
    int to = 4 * Math.min(width, other.width - offset);
    for (int i = 4 * Math.max(0, -offset); i < to; i++) {
      sum += Math.min(heights[i], other.heights[i + 4 * offset]);
    }
    return sum;
  }

  /** No alignment on this strand shares more than this: each letter's area, wherever it is. */
  double sharedAtMost(LogoArea other) {
    double sum = 0;
    for (int k = 0; k < 4; k++) sum += Math.min(letters[k], other.letters[k]);
    return sum;
  }
}
