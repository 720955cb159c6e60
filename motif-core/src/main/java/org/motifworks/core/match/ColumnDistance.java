package org.motifworks.core.match;

/** How two columns of probabilities are compared; higher scores are more alike. */
public enum ColumnDistance {
  /** Tomtom's {@code ed}: the negative Euclidean distance, -sqrt(sum (q - t)²). */
  EUCLIDEAN("ed") {
    @Override
    double score(double[] q, int i, double[] t, int j) {
      double sum = 0;
      for (int k = 0; k < 4; k++) {
        double difference = q[i + k] - t[j + k];
        sum += difference * difference;
      }
      return -Math.sqrt(sum);
    }
  },

  /** Tomtom's {@code pearson}: correlation with both means fixed at 1/4, 0 where undefined. */
  PEARSON("pearson") {
    @Override
    double score(double[] q, int i, double[] t, int j) {
      double both = 0;
      double query = 0;
      double target = 0;
      for (int k = 0; k < 4; k++) {
        double x = q[i + k] - 0.25;
        double y = t[j + k] - 0.25;
        both += x * y;
        query += x * x;
        target += y * y;
      }
      double norm = Math.sqrt(query * target);
      return norm == 0 ? 0 : both / norm;
    }
  };

  private final String tomtomName;

  ColumnDistance(String tomtomName) {
    this.tomtomName = tomtomName;
  }

  /** The value of Tomtom's {@code -dist}: {@code ed} or {@code pearson}. */
  public String tomtomName() {
    return tomtomName;
  }

  /** Score of the four probabilities from {@code q[i]} on against those from {@code t[j]} on. */
  abstract double score(double[] q, int i, double[] t, int j);
}
