package org.motifworks.core.logo;

/**
 * The stacks of letters of one logo.
 *
 * <p>Heights have shape {@code [columns][4]} in the logo's unit; in each column the smallest letter
 * is nearest the axis, positive letters above it, negative ones upside down below.
 */
final class LogoPanel {
  static final double COLUMN = 20;
  static final double HEIGHT = 100;
  private static final double LETTER = 19; // leaves a gap between columns
  private static final double INVISIBLE = 0.1;

  final double[][] heights;
  final double top;
  final double bottom;

  /**
   * @param top the value at the upper edge, at least 0
   * @param bottom the value at the lower edge, at most 0 and less than {@code top}
   */
  LogoPanel(double[][] heights, double top, double bottom) {
    this.heights = heights;
    this.top = top;
    this.bottom = bottom;
  }

  /** A panel just high enough for its letters. */
  static LogoPanel fitted(double[][] heights) {
    double top = 0;
    double bottom = 0;
    for (double[] column : heights) {
      double up = 0;
      double down = 0;
      for (double height : column) {
        if (height > 0) up += height;
        else down += height;
      }
      top = Math.max(top, up);
      bottom = Math.min(bottom, down);
    }
    return new LogoPanel(heights, top > bottom ? top : 1, bottom);
  }

  double width() {
    return heights.length * COLUMN;
  }

  /** Distance of a value from the panel's upper edge. */
  double y(double value) {
    return (top - value) * HEIGHT / (top - bottom);
  }

  void draw(StringBuilder svg, double x, double y) {
    for (int column = 0; column < heights.length; column++) {
      drawColumn(svg, heights[column], x + column * COLUMN + (COLUMN - LETTER) / 2, y);
    }
  }

  private void drawColumn(StringBuilder svg, double[] column, double x, double y) {
    double up = y(0);
    double down = up;
    for (int nucleotide : bySize(column)) {
      double height = column[nucleotide] * HEIGHT / (top - bottom);
      if (Math.abs(height) < INVISIBLE) continue;
      if (height > 0) {
        up -= height;
        LogoGlyphs.use(svg, nucleotide, x, y + up, LETTER, height);
      } else {
        LogoGlyphs.use(svg, nucleotide, x, y + down, LETTER, height);
        down -= height;
      }
    }
  }

  // insertion sort of four, stable: equal letters in A C G T order
  private static int[] bySize(double[] column) {
    int[] order = {0, 1, 2, 3};
    for (int i = 1; i < 4; i++) {
      for (int j = i; j > 0 && size(column, order[j]) < size(column, order[j - 1]); j--) {
        int smaller = order[j];
        order[j] = order[j - 1];
        order[j - 1] = smaller;
      }
    }
    return order;
  }

  private static double size(double[] column, int nucleotide) {
    return Math.abs(column[nucleotide]);
  }
}
