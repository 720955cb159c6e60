package org.motifworks.contracts.interpretation;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What a network's filters match by one rule and one clip: the last two columns of the paper's
 * Table 1. Shares are of all filters, dead ones included.
 *
 * @param jasparMatchPercent filters with any JASPAR match
 * @param relevantMatchPercent filters with a match to a factor of the dataset; absent when no class
 *     names a known factor
 * @param coveredFactors the dataset's factors that at least one filter matches, in class order
 */
public record RuleSummary(
    FilterRule rule,
    ClipRule clip,
    double jasparMatchPercent,
    OptionalDouble relevantMatchPercent,
    List<String> coveredFactors) {
  public RuleSummary {
    relevantMatchPercent =
        relevantMatchPercent == null ? OptionalDouble.empty() : relevantMatchPercent;
    coveredFactors = List.copyOf(coveredFactors);
  }
}
