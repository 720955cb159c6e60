package org.motifworks.core.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.motifworks.core.jaspar.JasparDatabase;
import org.motifworks.core.motif.Motif;
import org.motifworks.core.motif.PositionProbabilityMatrix;
import org.motifworks.core.motif.PositionProbabilityMatrixTest;

/** Looked-up scores against the formula, column by column. */
class ColumnScoresTest {
  private static final List<Motif> TARGETS = JasparDatabase.jaspar2016().motifs().subList(100, 160);

  @Property(tries = 60)
  void row_ofAnyQuery_isTheFormulas(@ForAll long seed) {
    Random random = new Random(seed);
    int width = 1 + random.nextInt(25);
    Motif query =
        new Motif("q", "", PositionProbabilityMatrixTest.random(width, seed), random.nextInt(100));
    assertRowsAreTheFormulas(query, TARGETS, random.nextBoolean() ? 0.1 : 0);
  }

  @Test
  void row_ofColumnsThatAreInTheDatabase_isTheFormulas() {
    for (Motif target : TARGETS) assertRowsAreTheFormulas(target, TARGETS, 0.1);
  }

  @Test
  void row_ofOneHotAndFlatColumns_isTheFormulas() {
    double[][] columns = {{1, 0, 0, 0}, {0, 0, 0, 1}, {0.25, 0.25, 0.25, 0.25}, {0.5, 0.5, 0, 0}};
    Motif query = new Motif("q", "", PositionProbabilityMatrix.of(columns), 20);
    List<Motif> withItself = new ArrayList<>(TARGETS);
    withItself.add(query);
    assertRowsAreTheFormulas(query, withItself, 0);
    assertRowsAreTheFormulas(query, withItself, 0.1);
    assertRowsAreTheFormulas(query, List.of(query), 0);
  }

  /** Their distances go beyond the square root of 2. */
  @Test
  void row_ofColumnsThatSumToMoreThanOne_isTheFormulas() {
    double[][] columns = {{1.000009, 0, 0, 0}, {0, 0, 0, 1.000009}, {0, 1.000004, 0, 0}};
    Motif query = new Motif("q", "", PositionProbabilityMatrix.of(columns), 20);
    assertRowsAreTheFormulas(query, List.of(query), 0);
    for (int first = 0; first < TARGETS.size(); first++) {
      assertRowsAreTheFormulas(query, List.of(query, TARGETS.get(first)), 0);
    }
  }

  private static void assertRowsAreTheFormulas(
      Motif query, List<Motif> targetMotifs, double pseudoCount) {
    PseudoCount pseudo = PseudoCount.ofTargets(pseudoCount, MatchSettings.paper().background());
    TargetColumns targets = new TargetColumns(targetMotifs, pseudo, true);
    double[] columns = pseudo.columns(query);
    int[] places = IntStream.range(0, targets.total()).toArray();
    for (ColumnDistance distance : ColumnDistance.values()) {
      for (boolean complete : new boolean[] {true, false}) {
        ColumnScores scores = new ColumnScores(columns, targets, distance, complete);
        int[][] expected = formula(columns, targets, distance, complete);
        int[] row = new int[targets.total()];
        int[] counts = new int[ColumnScores.RANGE + 1];
        for (int i = 0; i < query.width(); i++) {
          scores.row(i, places, row, counts);
          assertThat(row).as("%s column %d", distance, i).isEqualTo(expected[i]);
          int[] counted = new int[counts.length];
          for (int score : row) counted[score]++;
          assertThat(counts).isEqualTo(counted);
        }
      }
    }
  }

  private static int[][] formula(
      double[] query, TargetColumns targets, ColumnDistance distance, boolean complete) {
    int width = query.length / 4;
    int n = targets.total();
    double[][] raw = new double[width][n];
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < width; i++) {
      for (int j = 0; j < n; j++) {
        double[] target = new double[4];
        for (int k = 0; k < 4; k++) target[k] = targets.columns[k][j];
        raw[i][j] =
            SlowTomtom.columnScore(distance, Arrays.copyOfRange(query, i * 4, i * 4 + 4), target);
      }
      double[] sorted = raw[i].clone();
      Arrays.sort(sorted);
      double median = complete ? (sorted[n / 2 - 1] + sorted[(n + 1) / 2 - 1]) / 2 : 0;
      for (int j = 0; j < n; j++) {
        raw[i][j] -= median;
        min = Math.min(min, raw[i][j]);
        max = Math.max(max, raw[i][j]);
      }
    }
    if (min == max) min = max - 1;
    double offset = Math.floor(min);
    double scale = Math.floor(100 / (max - offset));
    int[][] scores = new int[width][n];
    for (int i = 0; i < width; i++) {
      for (int j = 0; j < n; j++) scores[i][j] = (int) ((raw[i][j] - offset) * scale + 0.5);
    }
    return scores;
  }
}
