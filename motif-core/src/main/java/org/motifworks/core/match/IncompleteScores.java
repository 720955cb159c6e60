package org.motifworks.core.match;

import java.util.Arrays;

/**
 * Tomtom's {@code -incomplete-scores}: each alignment's p-value is that of its overlapping columns
 * alone; the least one, corrected for the number of alignments.
 */
final class IncompleteScores {
  private static final double LINEAR_BELOW = 0.001;

  private IncompleteScores() {}

  static TargetScore of(AlignmentScores alignments, TargetColumns targets, int minOverlap) {
    TargetScore best = new TargetScore(targets.targets());
    double[] least = new double[targets.targets()];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    int w = alignments.width;
    RangeTails tails = new RangeTails(alignments.histograms, targets.maxWidth);
    for (int start = w - 1; start >= 0; start--) { // alignments in order c = 1, 2, ...
      tails.startAt(start);
      for (int target = 0; target < least.length; target++) {
        int last = start > 0 ? w - start : alignments.count(target);
        for (int c = w - start; c <= last; c++) {
          int overlap = alignments.overlap(target, c);
          if (overlap < alignments.leastOverlap(target, minOverlap)) continue;
          double p = tails.atLeast(overlap, alignments.score(target, c));
          if (p < least[target] || (p == least[target] && overlap > best.overlap[target])) {
            least[target] = p;
            best.alignment[target] = c;
            best.overlap[target] = overlap;
          }
        }
      }
    }
    for (int target = 0; target < least.length; target++) {
      int tooShort = 2 * (alignments.leastOverlap(target, minOverlap) - 1);
      int trials = (alignments.count(target) - tooShort) * targets.strands;
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
