package org.motifworks.core.filter;

import java.util.ArrayList;
import java.util.List;

/**
 * The paper's rules once more, window by window with one-hot arrays, as the authors' code reads.
 */
final class SlowFilterMotif {
  private SlowFilterMotif() {}

  /** Shape {@code [size][4]}; no rows when there is no window. */
  static double[][] of(
      FilterRule rule,
      byte[] tokens,
      float[] activations,
      int rows,
      int length,
      int filters,
      int size,
      int leftPad,
      int filter) {
    float[][] map = new float[rows][length];
    double max = 0;
    for (int row = 0; row < rows; row++) {
      for (int p = 0; p < length; p++) {
        map[row][p] = activations[row * filters * length + filter * length + p];
        max = Math.max(max, map[row][p]);
      }
    }
    List<int[]> places = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      if (rule == FilterRule.CODE) {
        for (int p = 0; p < length; p++) {
          if (map[row][p] > 0.5 * max) places.add(new int[] {row, p});
        }
      } else {
        int best = 0;
        for (int p = 0; p < length; p++) if (map[row][p] > map[row][best]) best = p;
        boolean inside = best - leftPad >= 0 && best - leftPad + size <= length;
        if (map[row][best] > 0.7 * max && inside) places.add(new int[] {row, best});
      }
    }
    if (places.isEmpty()) return new double[0][];
    double[][] sum = new double[size][4];
    double[] count = new double[size];
    for (int[] place : places) {
      double weight = rule == FilterRule.CODE ? map[place[0]][place[1]] : 1;
      for (int column = 0; column < size; column++) {
        int p = place[1] - leftPad + column;
        if (p < 0 || p >= length || tokens[place[0] * length + p] == 4) continue;
        for (int k = 0; k < 4; k++) {
          sum[column][k] += weight * (tokens[place[0] * length + p] == k ? 1 : 0);
        }
        count[column] += weight;
      }
    }
    for (int column = 0; column < size; column++) {
      for (int k = 0; k < 4; k++) {
        sum[column][k] = count[column] == 0 ? 0.25 : sum[column][k] / count[column];
      }
    }
    return sum;
  }
}
