package org.motifworks.core.match;

/**
 * The ways to lay a query of width w over a target of width t: alignment c = 1 .. w + t - 1 begins
 * at query column max(w - c, 0) and target column max(c - w, 0); the offset is c - w.
 */
final class Alignments {
  private Alignments() {}

  static int count(int w, int t) {
    return w + t - 1;
  }

  static int queryStart(int c, int w) {
    return Math.max(w - c, 0);
  }

  static int overlap(int c, int w, int t) {
    return Math.min(w - Math.max(w - c, 0), t - Math.max(c - w, 0));
  }

  /** Sum of the scores under an alignment. */
  static int score(ScoreMatrix matrix, int firstColumn, int c, int overlap) {
    int w = matrix.width;
    int at = (firstColumn + Math.max(c - w, 0)) * w + Math.max(w - c, 0);
    int sum = 0;
    for (int k = 0; k < overlap; k++, at += w + 1) sum += matrix.scores[at];
    return sum;
  }
}
