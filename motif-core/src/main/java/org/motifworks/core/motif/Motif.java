package org.motifworks.core.motif;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A named motif.
 *
 * @param id what files and matches call it, such as {@code MA0139.1}; no blanks
 * @param name what people call it, such as {@code CTCF}; may be empty
 * @param matrix its probabilities
 * @param sites how many sites the matrix was counted from, not always whole (weighted sites); 0
 *     when unknown
 * @param eValue the E-value its finder gave it; 0 when there is none
 * @param counts the counts behind the matrix, where they are known
 * @param scoreThreshold from which log-odds score on (natural logarithm, uniform background) HOMER
 *     takes a place for a site, where it is known
 */
public record Motif(
    String id,
    String name,
    PositionProbabilityMatrix matrix,
    double sites,
    double eValue,
    Optional<PositionCountMatrix> counts,
    OptionalDouble scoreThreshold) {

  public Motif {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(matrix, "matrix");
    Objects.requireNonNull(counts, "counts");
    if (id.isEmpty() || id.chars().anyMatch(Character::isWhitespace)) {
      throw new IllegalArgumentException("A motif id must be one word, not '" + id + "'");
    }
    Objects.requireNonNull(scoreThreshold, "scoreThreshold");
    if (!(sites >= 0 && sites < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("Motif " + id + " has " + sites + " sites");
    }
  }

  /** A motif of probabilities alone. */
  public Motif(String id, String name, PositionProbabilityMatrix matrix, double sites) {
    this(id, name, matrix, sites, 0, Optional.empty(), OptionalDouble.empty());
  }

  /** A motif of counts: probabilities without pseudo-counts, sites by the mean position sum. */
  public static Motif ofCounts(String id, String name, PositionCountMatrix counts) {
    PositionProbabilityMatrix matrix = counts.probabilities();
    double sites = counts.sites();
    return new Motif(id, name, matrix, sites, 0, Optional.of(counts), OptionalDouble.empty());
  }

  /** Number of positions. */
  public int width() {
    return matrix.width();
  }

  /**
   * The same motif with another number of sites, which weighs against a pseudo-count; the paper's
   * files say the width.
   */
  public Motif withSites(double number) {
    return new Motif(id, name, matrix, number, eValue, counts, scoreThreshold);
  }

  /** The same motif with the E-value its finder gave it. */
  public Motif withEValue(double value) {
    return new Motif(id, name, matrix, sites, value, counts, scoreThreshold);
  }

  /** The same motif with a score from which on HOMER takes a place for a site. */
  public Motif withScoreThreshold(double score) {
    return new Motif(id, name, matrix, sites, eValue, counts, OptionalDouble.of(score));
  }

  /** The same motif with its probabilities rounded; its counts stay. */
  public Motif withRoundedMatrix(PositionProbabilityMatrix rounded) {
    return new Motif(id, name, rounded, sites, eValue, counts, scoreThreshold);
  }

  /**
   * The same motif with another matrix, for instance a trimmed one; what was counted or scored with
   * the old one (counts, score threshold) is dropped.
   */
  public Motif withMatrix(PositionProbabilityMatrix other) {
    return new Motif(id, name, other, sites, eValue, Optional.empty(), OptionalDouble.empty());
  }

  /** The positions {@code [from, to)}, 0-based, at least one, with their counts. */
  public Motif slice(int from, int to) {
    if (from == 0 && to == width()) return this;
    Optional<PositionCountMatrix> kept = counts.map(all -> all.slice(from, to));
    PositionProbabilityMatrix part = matrix.slice(from, to);
    return new Motif(id, name, part, sites, eValue, kept, OptionalDouble.empty());
  }
}
