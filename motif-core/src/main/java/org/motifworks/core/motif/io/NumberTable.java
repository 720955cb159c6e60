package org.motifworks.core.motif.io;

import java.util.ArrayList;
import java.util.List;
import org.motifworks.core.motif.Motif;
import org.motifworks.core.motif.PositionCountMatrix;
import org.motifworks.core.motif.PositionProbabilityMatrix;

/** The rows of numbers of one motif as they stand in its file, and what they become. */
final class NumberTable {
  /** Most positions of a motif; what is wider is no motif but a mistake. */
  static final int WIDEST = 10_000;

  private final List<double[]> rows = new ArrayList<>();
  private final List<Long> lineNumbers = new ArrayList<>();

  /** Adds the numbers of the current line. */
  void add(NumberedLines lines, String numbers) {
    add(lines.weights(numbers), lines.number());
  }

  private void add(double[] row, long line) {
    if (rows.size() == WIDEST || row.length > WIDEST) {
      throw new UnusableMotif("motif.too-wide", line, "it is wider than " + WIDEST + " positions");
    }
    rows.add(row);
    lineNumbers.add(line);
  }

  int rows() {
    return rows.size();
  }

  /** How many numbers the first row has. */
  int columns() {
    return rows.isEmpty() ? 0 : rows.get(0).length;
  }

  double[] row(int index) {
    return rows.get(index);
  }

  /**
   * Positions as rows of a table that had nucleotides as rows, A first.
   *
   * @throws UnusableMotif when the rows are not equally long
   */
  NumberTable transposed() {
    NumberTable positions = new NumberTable();
    for (int nucleotide = 1; nucleotide < rows.size(); nucleotide++) {
      if (row(nucleotide).length != columns()) {
        throw new UnusableMotif(
            "motif.invalid-row",
            lineNumbers.get(nucleotide),
            "rows of different length: " + row(nucleotide).length + ", " + columns() + " for A");
      }
    }
    long last = lineNumbers.get(rows.size() - 1);
    for (int position = 0; position < columns(); position++) {
      double[] column = new double[rows.size()];
      for (int i = 0; i < column.length; i++) column[i] = row(i)[position];
      positions.add(column, last);
    }
    return positions;
  }

  /**
   * A motif of positions that are probabilities, sites unknown.
   *
   * @throws UnusableMotif when a position has not four, or they do not sum to 1
   */
  Motif probabilities(String id, String name) {
    requireFourEach();
    for (int position = 0; position < rows.size(); position++) {
      double sum = sum(position);
      if (sum == 0) throw allZero(position);
      if (!(Math.abs(sum - 1) <= PositionProbabilityMatrix.CORRECTABLE)) {
        throw at(
            "motif.column-sum",
            position,
            " has probabilities that sum to " + Digits.shortest(sum) + ", not to 1");
      }
    }
    return new Motif(
        id, name, PositionProbabilityMatrix.ofPrinted(rows.toArray(double[][]::new)), 0);
  }

  /**
   * A motif of positions that are counts, unless they are probabilities: none exceeds 1, and they
   * are fractions or sum to 1.
   *
   * @throws UnusableMotif when a position has not four or none above 0
   */
  Motif countsOrProbabilities(String id, String name) {
    requireFourEach();
    if (areProbabilities()) return probabilities(id, name);
    for (int position = 0; position < rows.size(); position++) {
      if (sum(position) == 0) throw allZero(position);
    }
    PositionCountMatrix counts = PositionCountMatrix.of(rows.toArray(double[][]::new));
    return Motif.ofCounts(id, name, counts);
  }

  // one site counted is the same matrix as its probabilities, and is never meant
  private boolean areProbabilities() {
    boolean fractions = false;
    boolean sumToOne = true;
    for (int position = 0; position < rows.size(); position++) {
      sumToOne &= sum(position) == 1;
      for (double value : row(position)) {
        if (value > 1 + PositionProbabilityMatrix.SUM_TOLERANCE) return false;
        fractions |= value != Math.rint(value);
      }
    }
    return fractions || sumToOne;
  }

  private void requireFourEach() {
    for (int position = 0; position < rows.size(); position++) {
      if (row(position).length != 4) {
        throw at(
            "motif.invalid-column", position, " has " + row(position).length + " values, not 4");
      }
    }
  }

  private double sum(int position) {
    double sum = 0;
    for (double value : row(position)) sum += value;
    return sum;
  }

  private UnusableMotif allZero(int position) {
    return at("motif.column-sum", position, " is all zero");
  }

  private UnusableMotif at(String code, int position, String reason) {
    return new UnusableMotif(code, lineNumbers.get(position), "column " + (position + 1) + reason);
  }
}
