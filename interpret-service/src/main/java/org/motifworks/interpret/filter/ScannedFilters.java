package org.motifworks.interpret.filter;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.motifworks.contracts.interpretation.FilterRule;
import org.motifworks.core.motif.Motif;

/**
 * A layer's filters after the scan, not clipped.
 *
 * @param count of all filters
 * @param dead those that never fired
 * @param byRule by rule, the motif of each filter that has one
 */
public record ScannedFilters(
    int count, Set<Integer> dead, Map<FilterRule, SortedMap<Integer, Motif>> byRule) {

  /** Motifs of a rule by filter. */
  public SortedMap<Integer, Motif> motifs(FilterRule rule) {
    return byRule.get(rule);
  }
}
