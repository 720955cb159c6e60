package org.motifworks.interpret.filter;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.motifworks.contracts.interpretation.ClipRule;
import org.motifworks.contracts.interpretation.FilterRule;
import org.motifworks.contracts.interpretation.RuleSummary;
import org.motifworks.core.match.MotifMatch;
import org.motifworks.core.match.QueryMatches;
import org.motifworks.core.motif.Motif;
import org.motifworks.interpret.number.Rounded;

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
    int matched = 0;
    int relevant = 0;
    Set<String> covered = new LinkedHashSet<>();
    for (QueryMatches query : matches.values()) {
      if (query.matches().isEmpty()) continue;
      matched++;
      boolean any = false;
      for (MotifMatch match : query.matches()) {
        any |= factors.factorOf(match.target()).map(covered::add).isPresent();
      }
      if (any) relevant++;
    }
    return new RuleSummary(
        rule,
        clip,
        percent(matched),
        factors.known() ? OptionalDouble.of(percent(relevant)) : OptionalDouble.empty(),
        factors.factors().stream().filter(covered::contains).toList());
  }

  /** Queries in filter order, as Tomtom's file has them. */
  public List<QueryMatches> queries() {
    return List.copyOf(matches.values());
  }

  private double percent(int count) {
    return filterCount == 0 ? 0 : Rounded.to(100.0 * count / filterCount, 2);
  }
}
