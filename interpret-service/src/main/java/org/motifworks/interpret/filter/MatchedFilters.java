package org.motifworks.interpret.filter;

import java.util.List;
import java.util.Map;
import org.motifworks.contracts.interpretation.ClipRule;
import org.motifworks.contracts.interpretation.FilterRule;
import org.motifworks.contracts.interpretation.RuleSummary;
import org.motifworks.core.match.MatchCounts;
import org.motifworks.core.match.QueryMatches;
import org.motifworks.core.match.RelevantFactors;
import org.motifworks.core.motif.Motif;

/**
 * A layer's motifs by one rule and one clip, with their matches.
 *
 * @param filterCount all filters of the layer, dead ones included
 * @param motifs by filter, clipped; a filter without a motif is not in it
 * @param clipStarts by filter, the first column kept of its full width
 * @param matches by filter, best first
 */
public record MatchedFilters(
    FilterRule rule,
    ClipRule clip,
    int filterCount,
    Map<Integer, Motif> motifs,
    Map<Integer, Integer> clipStarts,
    Map<Integer, QueryMatches> matches) {

  /** The line of Table 1. */
  public RuleSummary summary(RelevantFactors factors) {
    MatchCounts counts = MatchCounts.of(filterCount, matches.values(), factors);
    return new RuleSummary(
        rule,
        clip,
        counts.jasparMatchPercent(),
        counts.relevantMatchPercent(),
        counts.coveredFactors());
  }

  /** Queries in filter order, as Tomtom's file has them. */
  public List<QueryMatches> queries() {
    return List.copyOf(matches.values());
  }
}
