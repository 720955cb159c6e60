package org.motifworks.core.match;

import java.util.Arrays;

/**
 * Tomtom's {@code -incomplete-scores}: each alignment's p-value is that of its overlapping columns
 * alone; the least one, corrected for the number of alignments.
 */
final class IncompleteScores {
  private static final double LINEAR_BELOW = 0.001;

  private IncompleteScores() {}

  static TargetScore of(ScoreMatrix matrix, TargetColumns targets, int minOverlap) {
    TargetScore best = new TargetScore(targets.targets());
    double[] least = new double[targets.targets()];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    int w = matrix.width;
    for (int start = w - 1; start >= 0; start--) { // alignments in order c = 1, 2, ...
      RangeTails tails = new RangeTails(matrix.histograms, start, targets.maxWidth);
      for (int target = 0; target < least.length; target++) {
        int t = targets.width(target);
        int last = start > 0 ? w - start : Alignments.count(w, t);
        for (int c = w - start; c <= last; c++) {
          int overlap = Alignments.overlap(c, w, t);
          if (overlap < minOverlap) continue;
          int score = Alignments.score(matrix, targets.starts[target], c, overlap);
          double p = tails.atLeast(overlap, score);
          if (p < least[target] || (p == least[target] && overlap > best.overlap[target])) {
            least[target] = p;
            best.alignment[target] = c;
            best.overlap[target] = overlap;
          }
        }
      }
    }
    for (int target = 0; target < least.length; target++) {
      int trials = Alignments.count(w, targets.width(target)) * targets.strands;
      best.pValue[target] = corrected(least[target], trials);
    }
    return best;
  }

  private static double corrected(double p, int trials) {
    double sum = p * trials;
    if (sum < LINEAR_BELOW) return sum;
    return Math.max(0, Math.min(1, 1 - Math.pow(1 - Math.min(1, p), trials)));
  }
}
