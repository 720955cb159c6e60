package org.motifworks.core.match;

import java.util.Objects;
import org.motifworks.core.motif.Background;

/**
 * How queries are compared with a database; the names are Tomtom's options.
 *
 * @param distance {@code -dist}
 * @param completeScores false for {@code -incomplete-scores}: only overlapping columns count
 * @param minOverlap {@code -min-overlap}: columns that must overlap, or all of a shorter query
 * @param reverseComplements false for {@code -norc}: targets are compared as they are only
 * @param pseudoCount {@code -motif-pseudo}: spread over each column by the background; 0 is none
 * @param background of the query file
 * @param threshold {@code -thresh}, with or without {@code -evalue}
 */
public record MatchSettings(
    ColumnDistance distance,
    boolean completeScores,
    int minOverlap,
    boolean reverseComplements,
    double pseudoCount,
    Background background,
    MatchThreshold threshold) {

  public MatchSettings {
    Objects.requireNonNull(distance, "distance");
    Objects.requireNonNull(background, "background");
    Objects.requireNonNull(threshold, "threshold");
    if (minOverlap < 1) throw new IllegalArgumentException("minOverlap " + minOverlap + " < 1");
    if (!(pseudoCount >= 0 && pseudoCount < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("pseudoCount " + pseudoCount);
    }
  }

  /** Tomtom's defaults: {@code ed}, complete scores, both strands, q at most 0.5. */
  public static MatchSettings tomtomDefaults() {
    return new MatchSettings(
        ColumnDistance.EUCLIDEAN,
        true,
        1,
        true,
        0.1,
        Background.UNIFORM,
        MatchThreshold.qValue(0.5));
  }

  /** The paper's: Tomtom's defaults with E at most 0.1. */
  public static MatchSettings paper() {
    return tomtomDefaults().withThreshold(MatchThreshold.eValue(0.1));
  }

  /** The same with another column score. */
  public MatchSettings withDistance(ColumnDistance other) {
    return new MatchSettings(
        other, completeScores, minOverlap, reverseComplements, pseudoCount, background, threshold);
  }

  /** The same with incomplete scores. */
  public MatchSettings withIncompleteScores() {
    return new MatchSettings(
        distance, false, minOverlap, reverseComplements, pseudoCount, background, threshold);
  }

  /** The same with another minimum overlap. */
  public MatchSettings withMinOverlap(int columns) {
    return new MatchSettings(
        distance, completeScores, columns, reverseComplements, pseudoCount, background, threshold);
  }

  /** The same on the given strand only. */
  public MatchSettings withoutReverseComplements() {
    return new MatchSettings(
        distance, completeScores, minOverlap, false, pseudoCount, background, threshold);
  }

  /** The same with another pseudo-count; 0 for none. */
  public MatchSettings withPseudoCount(double count) {
    return new MatchSettings(
        distance, completeScores, minOverlap, reverseComplements, count, background, threshold);
  }

  /** The same with the background of another query file. */
  public MatchSettings withBackground(Background other) {
    return new MatchSettings(
        distance, completeScores, minOverlap, reverseComplements, pseudoCount, other, threshold);
  }

  /** The same with another threshold. */
  public MatchSettings withThreshold(MatchThreshold other) {
    return new MatchSettings(
        distance, completeScores, minOverlap, reverseComplements, pseudoCount, background, other);
  }
}
