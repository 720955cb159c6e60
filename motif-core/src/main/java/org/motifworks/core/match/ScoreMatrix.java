package org.motifworks.core.match;

/**
 * Scores of every query column against every target column, as whole numbers from 0 to 100.
 *
 * <p>Of complete scores each query column's median is 0, so that columns outside an alignment cost
 * what an average column brings.
 */
final class ScoreMatrix {
  private static final int RANGE = 100;

  /** Number of query columns. */
  final int width;

  /** Shape {@code [target columns][width]}. */
  final byte[] scores;

  /** What a query column without a partner adds; 0 of incomplete scores. */
  final int unaligned;

  /** Share of target columns with a score, shape {@code [width][101]}. */
  final double[][] histograms;

  ScoreMatrix(double[] query, TargetColumns targets, ColumnDistance distance, boolean complete) {
    width = query.length / 4;
    int total = targets.total();
    double[][] raw = new double[width][total];
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    double[] scratch = new double[total];
    for (int i = 0; i < width; i++) {
      double[] row = raw[i];
      for (int j = 0; j < total; j++) row[j] = distance.score(query, i * 4, targets.columns, j * 4);
      double median = complete ? Median.lower(row, scratch) : 0;
      for (int j = 0; j < total; j++) {
        row[j] -= median;
        min = Math.min(min, row[j]);
        max = Math.max(max, row[j]);
      }
    }
    if (min == max) min = max - 1;
    double offset = Math.floor(min);
    double scale = Math.floor(RANGE / (max - offset));
    unaligned = complete ? (int) Math.rint(-offset * scale) : 0;
    scores = new byte[total * width];
    histograms = new double[width][RANGE + 1];
    for (int i = 0; i < width; i++) {
      int[] counts = new int[RANGE + 1];
      for (int j = 0; j < total; j++) {
        int score = (int) ((raw[i][j] - offset) * scale + 0.5);
        scores[j * width + i] = (byte) score;
        counts[score]++;
      }
      for (int score = 0; score <= RANGE; score++) {
        histograms[i][score] = (double) counts[score] / total;
      }
    }
  }
}
