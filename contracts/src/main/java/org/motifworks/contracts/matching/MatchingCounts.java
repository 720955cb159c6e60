package org.motifworks.contracts.matching;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.motifworks.core.match.MatchCounts;

/**
 * How many queries match.
 *
 * @param motifs queries that were matched
 * @param withMatch those with any match
 * @param jasparMatchPercent the same in percent, named as everywhere, whatever the database
 * @param withRelevantMatch those that match a factor asked about; absent when none was
 * @param relevantMatchPercent the same in percent
 * @param byFactor queries that match each factor
 * @param coveredFactors factors that at least one query matches
 */
public record MatchingCounts(
    int motifs,
    int withMatch,
    double jasparMatchPercent,
    OptionalInt withRelevantMatch,
    OptionalDouble relevantMatchPercent,
    Map<String, Integer> byFactor,
    List<String> coveredFactors) {
  public MatchingCounts {
    withRelevantMatch = withRelevantMatch == null ? OptionalInt.empty() : withRelevantMatch;
    relevantMatchPercent =
        relevantMatchPercent == null ? OptionalDouble.empty() : relevantMatchPercent;
    byFactor = Map.copyOf(byFactor);
    coveredFactors = List.copyOf(coveredFactors);
  }

  /** Counts as others are told them. */
  public static MatchingCounts of(MatchCounts counts) {
    return new MatchingCounts(
        counts.motifs(),
        counts.withMatch(),
        counts.jasparMatchPercent(),
        counts.withRelevantMatch(),
        counts.relevantMatchPercent(),
        counts.byFactor(),
        counts.coveredFactors());
  }
}
