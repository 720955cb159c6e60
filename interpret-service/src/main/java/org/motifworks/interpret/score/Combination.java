package org.motifworks.interpret.score;

/** Several rows of probabilities become one: for each class the largest, or the mean. */
final class Combination {
  private final boolean mean;
  private final double[] values;
  private int rows;

  private Combination(boolean mean, int classes) {
    this.mean = mean;
    this.values = new double[classes];
  }

  static Combination mean(int classes) {
    return new Combination(true, classes);
  }

  static Combination max(int classes) {
    return new Combination(false, classes);
  }

  /** Adds the probabilities {@code [from, from + classes)} of an array. */
  void add(float[] probabilities, int from) {
    for (int i = 0; i < values.length; i++) {
      double value = probabilities[from + i];
      values[i] = rows == 0 ? value : mean ? values[i] + value : Math.max(values[i], value);
    }
    rows++;
  }

  /** What the rows since the last call come to. */
  float[] take() {
    float[] result = new float[values.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (float) (mean ? values[i] / rows : values[i]);
    }
    rows = 0;
    return result;
  }
}
