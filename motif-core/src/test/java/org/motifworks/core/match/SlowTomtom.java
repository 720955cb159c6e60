package org.motifworks.core.match;

import java.util.Arrays;
import java.util.List;
import org.motifworks.core.motif.Motif;

/** Tomtom once more: whole matrices, and null distributions by enumeration. */
final class SlowTomtom {
  private final double[][] query;
  private final double[][] all; // every target column, both strands
  private final int[][] score; // [query column][target column]
  private final int unaligned;

  private SlowTomtom(Motif query, List<Motif> targets, MatchSettings settings) {
    this.query = columns(PseudoCount.ofQueries(settings), query, false);
    PseudoCount pseudoCount = PseudoCount.ofTargets(settings.pseudoCount(), settings.background());
    all =
        targets.stream()
            .flatMap(
                t ->
                    Arrays.stream(
                        new double[][][] {
                          columns(pseudoCount, t, false), columns(pseudoCount, t, true)
                        }))
            .flatMap(Arrays::stream)
            .toArray(double[][]::new);
    double[][] raw = new double[this.query.length][all.length];
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < raw.length; i++) {
      for (int j = 0; j < all.length; j++) {
        raw[i][j] = columnScore(settings.distance(), this.query[i], all[j]);
      }
      double[] sorted = raw[i].clone();
      Arrays.sort(sorted);
      int n = sorted.length; // always even: both strands
      for (int j = 0; j < n; j++) {
        if (settings.completeScores()) raw[i][j] -= sorted[n / 2 - 1];
        min = Math.min(min, raw[i][j]);
        max = Math.max(max, raw[i][j]);
      }
    }
    double offset = Math.floor(min);
    double scale = Math.floor(100 / (max - offset));
    unaligned = settings.completeScores() ? (int) Math.rint(-offset * scale) : 0;
    score = new int[raw.length][all.length];
    for (int i = 0; i < raw.length; i++) {
      for (int j = 0; j < all.length; j++) {
        score[i][j] = (int) ((raw[i][j] - offset) * scale + 0.5);
      }
    }
  }

  static double columnScore(ColumnDistance distance, double[] q, double[] t) {
    double squares = 0;
    double both = 0;
    double ofQuery = 0;
    double ofTarget = 0;
    for (int k = 0; k < 4; k++) {
      squares += (q[k] - t[k]) * (q[k] - t[k]);
      both += (q[k] - 0.25) * (t[k] - 0.25);
      ofQuery += (q[k] - 0.25) * (q[k] - 0.25);
      ofTarget += (t[k] - 0.25) * (t[k] - 0.25);
    }
    if (distance == ColumnDistance.EUCLIDEAN) return -Math.sqrt(squares);
    return ofQuery * ofTarget == 0 ? 0 : both / Math.sqrt(ofQuery * ofTarget);
  }

  private static double[][] columns(PseudoCount pseudoCount, Motif motif, boolean reverse) {
    double[] flat = pseudoCount.columns(motif);
    double[][] columns = new double[motif.width()][4];
    for (int i = 0; i < flat.length; i++) {
      columns[i / 4][i % 4] = flat[reverse ? flat.length - 1 - i : i];
    }
    return columns;
  }

  /** The smaller p-value of the target's two strands. */
  static double bestPValue(Motif query, List<Motif> targets, Motif target, MatchSettings settings) {
    SlowTomtom slow = new SlowTomtom(query, targets, settings);
    int first = 0;
    for (Motif before : targets) {
      if (before == target) break;
      first += 2 * before.width();
    }
    int t = target.width();
    int least = Math.min(settings.minOverlap(), Math.min(query.width(), t));
    return settings.completeScores()
        ? slow.complete(first, t, least)
        : slow.incomplete(first, t, least);
  }

  /** The best score of all alignments and both strands, were every column a random one. */
  private double complete(int first, int t, int minOverlap) {
    int best = Integer.MIN_VALUE;
    for (int offset = 1 - query.length; offset < t; offset++) {
      if (overlap(offset, t) < minOverlap) continue;
      best = Math.max(best, Math.max(score(first, offset, t), score(first + t, offset, t)));
    }
    double none = 1;
    for (int offset = 1 - query.length; offset < t; offset++) {
      double below = 1 - chance(0, offset, t, best);
      none *= below * below;
    }
    return 1 - none;
  }

  /** The least p of all alignments and both strands, for as many trials. */
  private double incomplete(int first, int t, int minOverlap) {
    double least = Double.POSITIVE_INFINITY;
    for (int offset = 1 - query.length; offset < t; offset++) {
      if (overlap(offset, t) < minOverlap) continue;
      int best = Math.max(score(first, offset, t), score(first + t, offset, t));
      least = Math.min(least, chance(0, offset, t, best));
    }
    int trials = (query.length + t - 1 - 2 * (minOverlap - 1)) * 2;
    return least * trials < 0.001 ? least * trials : 1 - Math.pow(1 - least, trials);
  }

  private int overlap(int offset, int t) {
    int columns = 0;
    for (int i = 0; i < query.length; i++) if (i + offset >= 0 && i + offset < t) columns++;
    return columns;
  }

  private int score(int first, int offset, int t) {
    int sum = 0;
    for (int i = 0; i < query.length; i++) {
      int j = i + offset;
      sum += j >= 0 && j < t ? score[i][first + j] : unaligned;
    }
    return sum;
  }

  /** Share of all combinations of target columns under an alignment that reach a score. */
  private double chance(int i, int offset, int t, int missing) {
    if (i == query.length) return missing <= 0 ? 1 : 0;
    int j = i + offset;
    if (j < 0 || j >= t) return chance(i + 1, offset, t, missing - unaligned);
    double sum = 0;
    for (int any = 0; any < all.length; any++) {
      sum += chance(i + 1, offset, t, missing - score[i][any]);
    }
    return sum / all.length;
  }
}
