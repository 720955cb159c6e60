package org.motifworks.core.motif;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;

/**
 * How often each nucleotide occurs at each position of a motif.
 *
 * <p>Shape {@code [width][4]}, rows in 5'→3' order of the forward strand, columns A, C, G, T; every
 * row sums to 1 within {@value #SUM_TOLERANCE}. Files print few digits: {@link #printed} knows the
 * digits a matrix was read from, also those of a row that had to be divided by its sum. Immutable;
 * two matrices are equal when their probabilities are. See Schneider et al. 1986 for {@link
 * #informationContent(int)}.
 */
public final class PositionProbabilityMatrix {
  /** How far the sum of a row may be from 1. */
  public static final double SUM_TOLERANCE = 1e-5;

  /** How far the sum of a printed row may be from 1, to be corrected by dividing. */
  public static final double CORRECTABLE = 0.1;

  private static final double LOG_2 = Math.log(2);
  private static final String LETTERS = "ACGT";

  private final double[] probabilities;
  private final double[] printed; // null when not read from text; may be the same array

  private PositionProbabilityMatrix(double[] probabilities, double[] printed) {
    this.probabilities = probabilities;
    this.printed = printed;
  }

  /**
   * A matrix of rows that already sum to 1.
   *
   * @param rows shape {@code [width][4]}; copied
   * @throws IllegalArgumentException naming the first position (0-based) that is no distribution
   */
  public static PositionProbabilityMatrix of(double[][] rows) {
    if (rows.length == 0) throw new IllegalArgumentException("A motif needs at least one position");
    double[] flat = new double[rows.length * 4];
    for (int position = 0; position < rows.length; position++) {
      double[] row = rows[position];
      if (row.length != 4) {
        throw new IllegalArgumentException(
            "Position " + position + " has " + row.length + " values; 4 are needed (A C G T)");
      }
      double sum = 0;
      for (int nucleotide = 0; nucleotide < 4; nucleotide++) {
        double p = row[nucleotide];
        if (!(p >= 0 && p <= 1 + SUM_TOLERANCE)) { // true for NaN too
          throw new IllegalArgumentException(
              "Position " + position + ": " + p + " is no probability");
        }
        flat[position * 4 + nucleotide] = p;
        sum += p;
      }
      if (!sumsToOne(sum)) {
        throw new IllegalArgumentException(
            "Position " + position + ": the probabilities sum to " + sum + ", not to 1");
      }
    }
    return new PositionProbabilityMatrix(flat, null);
  }

  /**
   * A matrix as a file printed it. As the MEME Suite takes it: a row whose sum is within {@value
   * #SUM_TOLERANCE} of 1 is kept as it is, one within {@value #CORRECTABLE} is divided by its sum.
   *
   * @param rows shape {@code [width][4]}; copied
   * @throws IllegalArgumentException naming the first position (0-based) that is further off
   */
  public static PositionProbabilityMatrix ofPrinted(double[][] rows) {
    double[][] corrected = new double[rows.length][];
    boolean exact = true;
    for (int position = 0; position < rows.length; position++) {
      double sum = 0; // one after the other; a stream would compensate rounding
      for (double p : rows[position]) sum += p;
      boolean correct = !sumsToOne(sum) && Math.abs(sum - 1) <= CORRECTABLE;
      exact &= !correct;
      corrected[position] = correct ? divided(rows[position], sum) : rows[position];
    }
    double[] flat = of(corrected).probabilities;
    double[] printed = exact ? flat : Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    return new PositionProbabilityMatrix(flat, printed);
  }

  /** The MEME Suite's comparison, by which 0.99999 is within the tolerance. */
  private static boolean sumsToOne(double sum) {
    return 1 - SUM_TOLERANCE <= sum && sum <= 1 + SUM_TOLERANCE;
  }

  private static double[] divided(double[] row, double sum) {
    return Arrays.stream(row).map(p -> p / sum).toArray();
  }

  /**
   * A matrix of weights, each row divided by its sum.
   *
   * @param weights shape {@code [width][4]}, finite and not negative
   * @throws IllegalArgumentException naming a row that has no weight or a wrong one
   */
  public static PositionProbabilityMatrix normalized(double[][] weights) {
    double[][] rows = new double[weights.length][];
    for (int position = 0; position < rows.length; position++) {
      double sum = Arrays.stream(weights[position]).sum();
      if (!(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "Position " + position + " cannot be normalised: its values sum to " + sum);
      }
      rows[position] = divided(weights[position], sum);
    }
    return of(rows);
  }

  /** Number of positions, at least 1. */
  public int width() {
    return probabilities.length / 4;
  }

  /** Probability of a nucleotide (A C G T = 0..3) at a position (0-based). */
  public double probability(int position, int nucleotide) {
    if ((nucleotide & ~3) != 0) throw new IndexOutOfBoundsException("Nucleotide " + nucleotide);
    return probabilities[position * 4 + nucleotide];
  }

  /** Whether this matrix was read from text, whose digits {@link #printed} knows. */
  public boolean isPrinted() {
    return printed != null;
  }

  /**
   * What the file printed for {@link #probability(int, int)}, which differs where a row did not sum
   * to 1; the probability itself when this matrix was not read from a file.
   */
  public double printed(int position, int nucleotide) {
    if (printed == null) return probability(position, nucleotide);
    if ((nucleotide & ~3) != 0) throw new IndexOutOfBoundsException("Nucleotide " + nucleotide);
    return printed[position * 4 + nucleotide];
  }

  /** A copy of all rows, shape {@code [width][4]}. */
  public double[][] rows() {
    double[][] rows = new double[width()][];
    for (int position = 0; position < rows.length; position++) {
      rows[position] = Arrays.copyOfRange(probabilities, position * 4, position * 4 + 4);
    }
    return rows;
  }

  /** Information of one position in bits, from 0 (any nucleotide) to 2 (always the same one). */
  public double informationContent(int position) {
    double bits = 2;
    for (int nucleotide = 0; nucleotide < 4; nucleotide++) {
      double p = probability(position, nucleotide);
      if (p > 0) bits += p * Math.log(p) / LOG_2; // lim p→0 of p log p is 0
    }
    return Math.max(0, bits);
  }

  /** Information of all positions together, in bits. */
  public double informationContent() {
    double bits = 0;
    for (int position = 0; position < width(); position++) bits += informationContent(position);
    return bits;
  }

  /** The same motif read from the opposite strand: positions reversed, A↔T and C↔G exchanged. */
  public PositionProbabilityMatrix reverseComplement() {
    return new PositionProbabilityMatrix(
        reversed(probabilities), printed == null ? null : reversed(printed));
  }

  private static double[] reversed(double[] values) {
    double[] reversed = new double[values.length];
    for (int i = 0; i < reversed.length; i++) reversed[reversed.length - 1 - i] = values[i];
    return reversed;
  }

  /** This matrix as read from a strand. */
  public PositionProbabilityMatrix onStrand(Strand strand) {
    return strand == Strand.FORWARD ? this : reverseComplement();
  }

  /** The positions {@code [from, to)}, 0-based; at least one. */
  public PositionProbabilityMatrix slice(int from, int to) {
    if (from < 0 || to > width() || from >= to) {
      throw new IndexOutOfBoundsException(
          "Positions [" + from + ", " + to + ") of a motif of width " + width());
    }
    if (from == 0 && to == width()) return this;
    return new PositionProbabilityMatrix(
        Arrays.copyOfRange(probabilities, from * 4, to * 4),
        printed == null ? null : Arrays.copyOfRange(printed, from * 4, to * 4));
  }

  /**
   * The span of positions above {@code bits}, widened by {@code padding} on both sides; empty when
   * none is.
   */
  public Optional<MotifSpan> informativeSpan(double bits, int padding) {
    int first = 0;
    int last = width() - 1;
    while (first <= last && informationContent(first) <= bits) first++;
    while (last >= first && informationContent(last) <= bits) last--;
    if (first > last) return Optional.empty();
    int to = (int) Math.min(width(), last + 1L + padding);
    return Optional.of(new MotifSpan(Math.max(0, first - padding), to));
  }

  /** The positions of {@link #informativeSpan}; empty when there are none. */
  public Optional<PositionProbabilityMatrix> trimmed(double bits, int padding) {
    return informativeSpan(bits, padding).map(span -> slice(span.from(), span.to()));
  }

  /**
   * Every probability rounded to six decimals, as {@code printf} and so motif files print it: what
   * a reader of the file would get.
   */
  public PositionProbabilityMatrix rounded() {
    return new PositionProbabilityMatrix(
        Arrays.stream(probabilities).map(PositionProbabilityMatrix::sixDecimals).toArray(), null);
  }

  private static double sixDecimals(double p) {
    double scaled = p * 1e6;
    double below = Math.floor(scaled);
    // near a tie the exact binary value decides, as in printf
    if (Math.abs(scaled - below - 0.5) < 1e-6) {
      return new BigDecimal(p).setScale(6, RoundingMode.HALF_EVEN).doubleValue();
    }
    return Math.rint(scaled) / 1e6;
  }

  /**
   * The most probable nucleotide of each position; of equals the last in A C G T order, as Tomtom
   * does.
   */
  public String consensus() {
    StringBuilder letters = new StringBuilder(width());
    for (int position = 0; position < width(); position++) {
      int best = 0;
      for (int nucleotide = 1; nucleotide < 4; nucleotide++) {
        if (probability(position, nucleotide) > probability(position, best)) best = nucleotide;
      }
      letters.append(LETTERS.charAt(best));
    }
    return letters.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PositionProbabilityMatrix
        && Arrays.equals(probabilities, ((PositionProbabilityMatrix) other).probabilities);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(probabilities);
  }

  @Override
  public String toString() {
    return "PositionProbabilityMatrix[" + consensus() + "]";
  }
}
