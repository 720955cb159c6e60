package org.motifworks.core.match;

/**
 * Tomtom's default: query columns outside the alignment count as average, so that all alignments of
 * a target compare; the null is the maximum over all of them, taken as independent.
 */
final class CompleteScores {
  private CompleteScores() {}

  static TargetScore of(AlignmentScores alignments, TargetColumns targets, int minOverlap) {
    TargetScore best = new TargetScore(targets.targets());
    int[] scores = new int[targets.targets()];
    for (int target = 0; target < scores.length; target++) {
      scores[target] = bestScore(alignments, target, minOverlap, best);
    }
    double[] chance = new double[scores.length];
    RangeTails tails = new RangeTails(alignments.histograms, targets.maxWidth);
    for (int start = 0; start < alignments.width; start++) {
      tails.startAt(start);
      for (int target = 0; target < scores.length; target++) {
        chance[target] =
            addAlignments(
                chance[target], alignments, tails, start, targets.width(target), scores[target]);
      }
    }
    for (int target = 0; target < scores.length; target++) {
      double p = chance[target];
      if (targets.strands == 2) p += p * (1 - p);
      // the reference looks these up in a table of floats
      best.pValue[target] = (float) Math.max(0, Math.min(1, p));
    }
    return best;
  }

  private static int bestScore(
      AlignmentScores alignments, int target, int minOverlap, TargetScore best) {
    int bestScore = Integer.MIN_VALUE;
    int bestOverlap = 0;
    int least = alignments.leastOverlap(target, minOverlap);
    int last = alignments.count(target) + 1 - least; // the overlaps are 1, 2, .. 2, 1
    for (int c = least; c <= last; c++) {
      int score = alignments.score(target, c);
      if (score < bestScore) continue;
      int overlap = alignments.overlap(target, c);
      if (score > bestScore || overlap > bestOverlap) {
        bestScore = score;
        bestOverlap = overlap;
        best.alignment[target] = c;
        best.overlap[target] = overlap;
      }
    }
    return bestScore;
  }

  /**
   * 1 - (1 - chance) * product of (1 - tail) over the alignments that begin at this query column,
   * without ever taking a small number from 1.
   */
  private static double addAlignments(
      double chance, AlignmentScores alignments, RangeTails tails, int start, int t, int score) {
    int w = alignments.width;
    int unaligned = alignments.unaligned;
    int longest = Math.min(w - start, t);
    if (start > 0) return either(chance, tail(tails, longest, w, unaligned, score));
    // the query's beginning lies over every column of the target in turn
    for (int left = t; left > 0; left--) {
      int overlap = Math.min(left, w);
      chance = either(chance, tail(tails, overlap, w, unaligned, score));
    }
    return chance;
  }

  private static double tail(RangeTails tails, int overlap, int w, int unaligned, int score) {
    return tails.atLeast(overlap, score - (w - overlap) * unaligned);
  }

  private static double either(double a, double b) {
    return a + b * (1 - a);
  }
}
