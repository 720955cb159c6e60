package org.motifworks.core.match;

import java.util.Arrays;

/**
 * The score of every alignment of a query with every target.
 *
 * <p>A query of width w lies over a target of width t in w + t - 1 ways: alignment c = 1 .. w + t -
 * 1 begins at query column max(w - c, 0) and target column max(c - w, 0); the offset is c - w.
 *
 * <p>The targets stand in one row with w - 1 unaligned columns before, between and after them. An
 * alignment is then a place of the whole query in that row, and all places are summed at once.
 */
final class AlignmentScores {
  /** Number of query columns. */
  final int width;

  /** What a query column without a partner has added to a score. */
  final int unaligned;

  /** Share of target columns with a score, shape {@code [width][101]}. */
  final double[][] histograms;

  private final TargetColumns targets;
  private final int[] sums; // by alignment, targets one after the other

  AlignmentScores(ColumnScores columns, TargetColumns targets) {
    this.targets = targets;
    width = columns.width;
    unaligned = columns.unaligned;
    histograms = new double[width][ColumnScores.RANGE + 1];
    int gap = width - 1;
    sums = new int[targets.total() + targets.targets() * gap];
    int[] places = new int[targets.total()];
    for (int j = 0; j < places.length; j++) places[j] = j + (targets.owners[j] + 1) * gap;
    int[] row = new int[sums.length + gap];
    Arrays.fill(row, unaligned);
    int[] fromColumn = new int[sums.length];
    int[] counts = new int[ColumnScores.RANGE + 1];
    for (int i = 0; i < width; i++) {
      columns.row(i, places, row, counts);
      for (int score = 0; score < counts.length; score++) {
        histograms[i][score] = (double) counts[score] / targets.total();
      }
      System.arraycopy(row, i, fromColumn, 0, sums.length); // equal indices: vectorised
      for (int place = 0; place < sums.length; place++) sums[place] += fromColumn[place];
    }
  }

  /** Number of alignments with a target. */
  int count(int target) {
    return width + targets.width(target) - 1;
  }

  /** Number of columns an alignment needs: the minimum, but no more than the motifs have. */
  int leastOverlap(int target, int minOverlap) {
    return Math.min(minOverlap, Math.min(width, targets.width(target)));
  }

  /** Score of an alignment of the whole query, unaligned columns included. */
  int score(int target, int c) {
    return sums[targets.starts[target] + target * (width - 1) + c - 1];
  }

  /** Number of columns that lie over each other. */
  int overlap(int target, int c) {
    int t = targets.width(target);
    return Math.min(Math.min(c, width + t - c), Math.min(width, t));
  }
}
