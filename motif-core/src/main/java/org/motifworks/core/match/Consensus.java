package org.motifworks.core.match;

/** The consensus as the reference program prints it. */
final class Consensus {
  private Consensus() {}

  /** The most probable nucleotide of each column, four values each. */
  static String of(double[] columns) {
    StringBuilder letters = new StringBuilder(columns.length / 4);
    for (int column = 0; column < columns.length / 4; column++) {
      int best = 0;
      float max = (float) columns[column * 4];
      for (int k = 1; k < 4; k++) {
        // the largest so far is a float there: of equals, rounding decides which one is taken
        if (columns[column * 4 + k] > max) {
          best = k;
          max = (float) columns[column * 4 + k];
        }
      }
      letters.append("ACGT".charAt(best));
    }
    return letters.toString();
  }
}
