package org.motifworks.contracts.matching;

import java.util.List;
import java.util.OptionalDouble;
import org.motifworks.core.match.MatchSettings;
import org.motifworks.core.match.MatchThreshold.Kind;
import org.motifworks.core.motif.Background;

/**
 * How motifs were matched; what Tomtom's options say.
 *
 * @param distance how columns are compared: {@code ed} (Euclidean distance) or {@code pearson};
 *     figures of different distances cannot be compared
 * @param completeScores whether query columns outside an alignment count too
 * @param minOverlap columns that must overlap, or all of a shorter query
 * @param reverseComplements whether targets are matched on both strands
 * @param pseudoCount spread over each column by the background
 * @param background frequencies of A C G T
 * @param eValue largest E-value that counts as a match, where that decides
 * @param qValue largest q-value that counts as a match, where that decides
 */
public record MatchingSettings(
    String distance,
    boolean completeScores,
    int minOverlap,
    boolean reverseComplements,
    double pseudoCount,
    List<Double> background,
    OptionalDouble eValue,
    OptionalDouble qValue) {
  public MatchingSettings {
    background = List.copyOf(background);
    eValue = eValue == null ? OptionalDouble.empty() : eValue;
    qValue = qValue == null ? OptionalDouble.empty() : qValue;
  }

  /** The settings as others are told them. */
  public static MatchingSettings of(MatchSettings settings) {
    Background b = settings.background();
    OptionalDouble limit = OptionalDouble.of(settings.threshold().limit());
    boolean byE = settings.threshold().kind() == Kind.E_VALUE;
    return new MatchingSettings(
        settings.distance().tomtomName(),
        settings.completeScores(),
        settings.minOverlap(),
        settings.reverseComplements(),
        settings.pseudoCount(),
        List.of(b.a(), b.c(), b.g(), b.t()),
        byE ? limit : OptionalDouble.empty(),
        byE ? OptionalDouble.empty() : limit);
  }
}
