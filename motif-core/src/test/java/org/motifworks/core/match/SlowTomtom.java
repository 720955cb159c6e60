package org.motifworks.core.match;

import java.util.Arrays;
import java.util.List;
import org.motifworks.core.motif.Motif;

/** Complete scores once more: whole matrices, and null distributions by enumeration. */
final class SlowTomtom {
  private final double[][] query;
  private final double[][] all; // every target column, both strands
  private final int[][] score; // [query column][target column]
  private final int unaligned;

  private SlowTomtom(Motif query, List<Motif> targets, MatchSettings settings) {
    this.query = columns(query, settings, false);
    all =
        targets.stream()
            .flatMap(
                t ->
                    Arrays.stream(
                        new double[][][] {columns(t, settings, false), columns(t, settings, true)}))
            .flatMap(Arrays::stream)
            .toArray(double[][]::new);
    double[][] raw = new double[this.query.length][all.length];
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < raw.length; i++) {
      for (int j = 0; j < all.length; j++) {
        raw[i][j] = settings.distance().score(this.query[i], 0, all[j], 0);
      }
      double[] sorted = raw[i].clone();
      Arrays.sort(sorted);
      int n = sorted.length; // always even: both strands
      for (int j = 0; j < n; j++) {
        raw[i][j] -= sorted[n / 2 - 1];
        min = Math.min(min, raw[i][j]);
        max = Math.max(max, raw[i][j]);
      }
    }
    double offset = Math.floor(min);
    double scale = Math.floor(100 / (max - offset));
    unaligned = (int) Math.rint(-offset * scale);
    score = new int[raw.length][all.length];
    for (int i = 0; i < raw.length; i++) {
      for (int j = 0; j < all.length; j++) {
        score[i][j] = (int) ((raw[i][j] - offset) * scale + 0.5);
      }
    }
  }

  private static double[][] columns(Motif motif, MatchSettings settings, boolean reverse) {
    double[] flat = new PseudoCount(settings.pseudoCount(), settings.background()).columns(motif);
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
    int best = Math.max(slow.best(first, t), slow.best(first + t, t));
    double none = 1;
    for (int offset = 1 - slow.query.length; offset < t; offset++) {
      double below = 1 - slow.chance(offset, t, best);
      none *= below * below;
    }
    return 1 - none;
  }

  private int best(int first, int t) {
    int best = Integer.MIN_VALUE;
    for (int offset = 1 - query.length; offset < t; offset++) {
      int sum = 0;
      for (int i = 0; i < query.length; i++) {
        int j = i + offset;
        sum += j >= 0 && j < t ? score[i][first + j] : unaligned;
      }
      best = Math.max(best, sum);
    }
    return best;
  }

  /** Share of all combinations of target columns under an alignment that reach a score. */
  private double chance(int offset, int t, int atLeast) {
    return chance(0, offset, t, atLeast);
  }

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
