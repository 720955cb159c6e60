package org.motifworks.core.match;

/**
 * Tomtom's default: query columns outside the alignment count as average, so that all alignments of
 * a target compare; the null is the maximum over all of them, taken as independent.
 */
final class CompleteScores {
  private CompleteScores() {}

  static TargetScore of(ScoreMatrix matrix, TargetColumns targets, int minOverlap) {
    TargetScore best = new TargetScore(targets.targets());
    int[] scores = new int[targets.targets()];
    for (int target = 0; target < scores.length; target++) {
      scores[target] = bestScore(matrix, targets, target, minOverlap, best);
    }
    double[] chance = new double[scores.length];
    for (int start = 0; start < matrix.width; start++) {
      RangeTails tails = new RangeTails(matrix.histograms, start, targets.maxWidth);
      for (int target = 0; target < scores.length; target++) {
        if (best.alignment[target] == 0) continue; // too narrow for the minimum overlap
        chance[target] =
            addAlignments(
                chance[target], matrix, tails, start, targets.width(target), scores[target]);
      }
    }
    for (int target = 0; target < scores.length; target++) {
      double p = best.alignment[target] == 0 ? 1 : chance[target];
      if (targets.strands == 2) p += p * (1 - p);
      // the reference looks these up in a table of floats
      best.pValue[target] = (float) Math.max(0, Math.min(1, p));
    }
    return best;
  }

  private static int bestScore(
      ScoreMatrix matrix, TargetColumns targets, int target, int minOverlap, TargetScore best) {
    int w = matrix.width;
    int t = targets.width(target);
    int bestScore = Integer.MIN_VALUE;
    for (int c = 1; c <= Alignments.count(w, t); c++) {
      int overlap = Alignments.overlap(c, w, t);
      if (overlap < minOverlap) continue;
      int score =
          Alignments.score(matrix, targets.starts[target], c, overlap)
              + (w - overlap) * matrix.unaligned;
      if (score > bestScore || (score == bestScore && overlap > best.overlap[target])) {
        bestScore = score;
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
      double chance, ScoreMatrix matrix, RangeTails tails, int start, int t, int score) {
    int w = matrix.width;
    if (start > 0) {
      return either(chance, tail(matrix, tails, Math.min(w - start, t), score));
    }
    for (int c = w; c <= Alignments.count(w, t); c++) {
      chance = either(chance, tail(matrix, tails, Alignments.overlap(c, w, t), score));
    }
    return chance;
  }

  private static double tail(ScoreMatrix matrix, RangeTails tails, int overlap, int score) {
    return tails.atLeast(overlap, score - (matrix.width - overlap) * matrix.unaligned);
  }

  private static double either(double a, double b) {
    return a + b * (1 - a);
  }
}
