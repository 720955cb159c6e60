package org.motifworks.core.motif;

import java.util.Arrays;

/**
 * How many binding sites showed each nucleotide at each position: what JASPAR publishes.
 *
 * <p>Shape {@code [width][4]}, rows in 5'→3' order, columns A, C, G, T. Counts are finite, not
 * negative, not always whole, and their sums may differ between positions. Immutable.
 */
public final class PositionCountMatrix {
  private final double[][] counts;

  private PositionCountMatrix(double[][] counts) {
    this.counts = counts;
  }

  /**
   * A matrix of counts.
   *
   * @param counts shape {@code [width][4]}; copied
   * @throws IllegalArgumentException naming the first position (0-based) with a wrong or no count
   */
  public static PositionCountMatrix of(double[][] counts) {
    double[][] copy = Arrays.stream(counts).map(double[]::clone).toArray(double[][]::new);
    for (int position = 0; position < copy.length; position++) {
      double sum = 0;
      for (double count : copy[position]) {
        if (!(count >= 0 && count < Double.POSITIVE_INFINITY)) {
          throw new IllegalArgumentException(
              "Position " + position + ": " + count + " is no count");
        }
        sum += count;
      }
      if (copy[position].length != 4 || sum == 0) {
        throw new IllegalArgumentException("Position " + position + " has no four counts");
      }
    }
    return new PositionCountMatrix(copy);
  }

  /** Number of positions. */
  public int width() {
    return counts.length;
  }

  /** Count of a nucleotide (A C G T = 0..3) at a position (0-based). */
  public double count(int position, int nucleotide) {
    return counts[position][nucleotide];
  }

  /** The positions {@code [from, to)}, 0-based; at least one. */
  public PositionCountMatrix slice(int from, int to) {
    if (from < 0 || to > width() || from >= to) {
      throw new IndexOutOfBoundsException(
          "Positions [" + from + ", " + to + ") of a motif of width " + width());
    }
    return new PositionCountMatrix(Arrays.copyOfRange(counts, from, to));
  }

  /** Each position divided by its sum, without pseudo-counts. */
  public PositionProbabilityMatrix probabilities() {
    return PositionProbabilityMatrix.normalized(counts);
  }

  /** The mean of the position sums, rounded half up: the {@code nsites} of MEME's JASPAR files. */
  public int sites() {
    double total = 0;
    for (double[] position : counts) total += Arrays.stream(position).sum();
    return (int) Math.round(total / counts.length);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PositionCountMatrix
        && Arrays.deepEquals(counts, ((PositionCountMatrix) other).counts);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(counts);
  }

  @Override
  public String toString() {
    return "PositionCountMatrix[" + probabilities().consensus() + ", " + sites() + " sites]";
  }
}
