package org.motifworks.core.match;

/** The consensus as the reference program prints it. */
final class Consensus {
  private Consensus() {}

  /** The most probable nucleotides of columns {@code [from, to)}, four values each. */
  static String of(double[] columns, int from, int to) {
    StringBuilder letters = new StringBuilder(to - from);
    for (int column = from; column < to; column++) {
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
