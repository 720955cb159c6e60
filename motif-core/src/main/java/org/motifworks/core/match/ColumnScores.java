package org.motifworks.core.match;

import java.util.Arrays;

/**
 * Scores of every query column against every target column, as whole numbers from 0 to 100.
 *
 * <p>Of complete scores each query column's median is 0, so that columns outside an alignment cost
 * what an average column brings. The scores of all columns together set the scale; until it is
 * known only the bin of each key is kept. Most bins have one whole score, which is then looked up;
 * where two meet in a bin the score is computed.
 */
final class ColumnScores {
  /** Scores go from 0 to this. */
  static final int RANGE = 100;

  private static final byte SEVERAL = -1;
  private static final double ROUNDING = 1e-6; // of a bin; far more than double arithmetic errs

  /** Number of query columns. */
  final int width;

  /** What a query column without a partner adds; 0 of incomplete scores. */
  final int unaligned;

  private final double[] query; // [width][4]
  private final TargetColumns targets;
  private final ColumnDistance distance;
  private final KeyBins[] bins; // by query column
  private final double[] medians;
  private final double offset;
  private final double scale;
  private final byte[] scoreOfBin = new byte[KeyBins.BINS];

  ColumnScores(double[] query, TargetColumns targets, ColumnDistance distance, boolean complete) {
    this.query = query;
    this.targets = targets;
    this.distance = distance;
    width = query.length / 4;
    bins = new KeyBins[width];
    medians = new double[width];
    double[] keys = new double[targets.total()];
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < width; i++) {
      distance.keys(query, i * 4, targets.columns, keys);
      bins[i] = new KeyBins(distance, keys);
      if (complete) medians[i] = bins[i].median(keys);
      if (bins[i].notBelow() - medians[i] < min) {
        min = Math.min(min, bins[i].lowest(keys) - medians[i]);
      }
      if (bins[i].notAbove() - medians[i] > max) {
        max = Math.max(max, bins[i].highest(keys) - medians[i]);
      }
    }
    if (min == max) min = max - 1;
    offset = Math.floor(min);
    scale = Math.floor(RANGE / (max - offset));
    unaligned = complete ? (int) Math.rint(-offset * scale) : 0;
  }

  /**
   * Scores of one query column against every target column.
   *
   * @param places where the score of each target column goes to
   * @param scores filled at {@code places}
   * @param counts filled with how often each score occurs, shape {@code [101]}
   */
  void row(int i, int[] places, int[] scores, int[] counts) {
    makeTable(i);
    Arrays.fill(counts, 0);
    int[] binCounts = bins[i].counts;
    for (int bin = 0; bin < binCounts.length; bin++) {
      if (scoreOfBin[bin] != SEVERAL) counts[scoreOfBin[bin]] += binCounts[bin];
    }
    short[] bin = bins[i].bins;
    for (int j = 0; j < bin.length; j++) {
      int score = scoreOfBin[bin[j]];
      if (score == SEVERAL) {
        score = score(i, j);
        counts[score]++;
      }
      scores[places[j]] = score;
    }
  }

  private int score(int i, int j) {
    double key = distance.key(query, i * 4, targets.columns, j);
    return (int) ((distance.score(key) - medians[i] - offset) * scale + 0.5);
  }

  /** Finds the bin at which each whole score begins. */
  private void makeTable(int i) {
    int filled = 0;
    for (int score = 1; score <= RANGE; score++) {
      double lowest = (score - 0.5) / scale + offset + medians[i];
      double begin = KeyBins.position(distance, distance.keyOf(lowest));
      int first = bin(begin - ROUNDING);
      int last = bin(begin + ROUNDING);
      while (filled < first) scoreOfBin[filled++] = (byte) (score - 1);
      while (filled <= last && filled < KeyBins.BINS) scoreOfBin[filled++] = SEVERAL;
      if (last >= 0 && last < KeyBins.BINS) scoreOfBin[last] = SEVERAL;
    }
    while (filled < KeyBins.BINS) scoreOfBin[filled++] = RANGE;
  }

  /** -1 before the first, which also takes what lies a little below it, as in {@link KeyBins}. */
  private static int bin(double position) {
    return (int) Math.max(-1, Math.min(KeyBins.BINS, position));
  }
}
