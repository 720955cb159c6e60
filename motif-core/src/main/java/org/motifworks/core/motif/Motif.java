package org.motifworks.core.motif;

import java.util.Objects;
import java.util.Optional;

/**
 * A named motif.
 *
 * @param id what files and matches call it, such as {@code MA0139.1}; no blanks
 * @param name what people call it, such as {@code CTCF}; may be empty
 * @param matrix its probabilities
 * @param sites how many sites the matrix was counted from; 0 when unknown
 * @param eValue the E-value its finder gave it; 0 when there is none
 * @param counts the counts behind the matrix, where they are known
 */
public record Motif(
    String id,
    String name,
    PositionProbabilityMatrix matrix,
    int sites,
    double eValue,
    Optional<PositionCountMatrix> counts) {

  public Motif {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(matrix, "matrix");
    Objects.requireNonNull(counts, "counts");
    if (id.isEmpty() || id.chars().anyMatch(Character::isWhitespace)) {
      throw new IllegalArgumentException("A motif id must be one word, not '" + id + "'");
    }
    if (sites < 0) throw new IllegalArgumentException("Motif " + id + " has " + sites + " sites");
  }

  /** A motif of probabilities alone. */
  public Motif(String id, String name, PositionProbabilityMatrix matrix, int sites) {
    this(id, name, matrix, sites, 0, Optional.empty());
  }

  /** A motif of counts: probabilities without pseudo-counts, sites by the mean position sum. */
  public static Motif ofCounts(String id, String name, PositionCountMatrix counts) {
    return new Motif(id, name, counts.probabilities(), counts.sites(), 0, Optional.of(counts));
  }

  /** Number of positions. */
  public int width() {
    return matrix.width();
  }

  /**
   * The same motif with another number of sites, which weighs against a pseudo-count; the paper's
   * files say the width.
   */
  public Motif withSites(int number) {
    return new Motif(id, name, matrix, number, eValue, counts);
  }

  /** The same motif with another matrix, for instance a trimmed one; its counts are dropped. */
  public Motif withMatrix(PositionProbabilityMatrix other) {
    return new Motif(id, name, other, sites, eValue, Optional.empty());
  }
}
