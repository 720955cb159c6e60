package org.motifworks.core.match;

/**
 * How two columns of probabilities are compared; higher scores are more alike.
 *
 * <p>Scores are computed by way of a key, which orders columns as their scores do and is cheaper.
 */
public enum ColumnDistance {
  /** Tomtom's {@code ed}: the negative Euclidean distance, -sqrt(sum (q - t)²). */
  EUCLIDEAN("ed", -2, 0) {
    @Override
    void keys(double[] query, int at, double[][] targets, double[] keys) {
      double a = query[at];
      double c = query[at + 1];
      double g = query[at + 2];
      double t = query[at + 3];
      double[] targetA = targets[0];
      double[] targetC = targets[1];
      double[] targetG = targets[2];
      double[] targetT = targets[3];
      for (int j = 0; j < keys.length; j++) {
        keys[j] = minusSquares(a - targetA[j], c - targetC[j], g - targetG[j], t - targetT[j]);
      }
    }

    @Override
    double key(double[] query, int at, double[][] targets, int j) {
      return minusSquares(
          query[at] - targets[0][j],
          query[at + 1] - targets[1][j],
          query[at + 2] - targets[2][j],
          query[at + 3] - targets[3][j]);
    }

    @Override
    double score(double key) {
      return -Math.sqrt(Math.max(0, -key));
    }

    @Override
    double keyOf(double score) {
      return score > 0 ? Double.POSITIVE_INFINITY : -(score * score);
    }
  },

  /** Tomtom's {@code pearson}: correlation with both means fixed at 1/4, 0 where undefined. */
  PEARSON("pearson", -1, 1) {
    @Override
    void keys(double[] query, int at, double[][] targets, double[] keys) {
      double a = query[at];
      double c = query[at + 1];
      double g = query[at + 2];
      double t = query[at + 3];
      double[] targetA = targets[0];
      double[] targetC = targets[1];
      double[] targetG = targets[2];
      double[] targetT = targets[3];
      for (int j = 0; j < keys.length; j++) {
        keys[j] = correlation(a, c, g, t, targetA[j], targetC[j], targetG[j], targetT[j]);
      }
      // 0/0 where a column is flat; in a loop of its own, so that the one above is vectorised
      for (int j = 0; j < keys.length; j++) if (Double.isNaN(keys[j])) keys[j] = 0;
    }

    @Override
    double key(double[] query, int at, double[][] targets, int j) {
      double key =
          correlation(
              query[at],
              query[at + 1],
              query[at + 2],
              query[at + 3],
              targets[0][j],
              targets[1][j],
              targets[2][j],
              targets[3][j]);
      return Double.isNaN(key) ? 0 : key;
    }

    @Override
    double score(double key) {
      return key;
    }

    @Override
    double keyOf(double score) {
      return score;
    }
  };

  private final String tomtomName;

  /** No key is lower, but for columns that do not quite sum to 1. */
  final double lowestKey;

  /** No key is higher, but for rounding. */
  final double highestKey;

  ColumnDistance(String tomtomName, double lowestKey, double highestKey) {
    this.tomtomName = tomtomName;
    this.lowestKey = lowestKey;
    this.highestKey = highestKey;
  }

  /** The value of Tomtom's {@code -dist}: {@code ed} or {@code pearson}. */
  public String tomtomName() {
    return tomtomName;
  }

  /**
   * The keys of one query column with every target column.
   *
   * @param query probabilities; the column begins at {@code at}
   * @param targets probabilities, shape {@code [4][columns]}
   * @param keys filled, shape {@code [columns]}
   */
  abstract void keys(double[] query, int at, double[][] targets, double[] keys);

  /** The key of one query column with one target column, bit for bit as {@link #keys} gives it. */
  abstract double key(double[] query, int at, double[][] targets, int j);

  /** The score of a key; never falls when the key rises, beyond the highest one neither. */
  abstract double score(double key);

  /** The lowest key of a score, but for rounding. */
  abstract double keyOf(double score);

  private static double minusSquares(double a, double c, double g, double t) {
    return -(a * a + c * c + g * g + t * t);
  }

  private static double correlation(
      double a, double c, double g, double t, double a2, double c2, double g2, double t2) {
    double qA = a - 0.25;
    double qC = c - 0.25;
    double qG = g - 0.25;
    double qT = t - 0.25;
    double tA = a2 - 0.25;
    double tC = c2 - 0.25;
    double tG = g2 - 0.25;
    double tT = t2 - 0.25;
    double squares = qA * qA + qC * qC + qG * qG + qT * qT;
    double norm = Math.sqrt(squares * (tA * tA + tC * tC + tG * tG + tT * tT));
    return (qA * tA + qC * tC + qG * tG + qT * tT) / norm;
  }
}
