package org.motifworks.interpret.filter;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.motifworks.contracts.interpretation.FilterRule;
import org.motifworks.core.architecture.MotifLayer;
import org.motifworks.core.motif.Motif;

/**
 * A layer's filters after the scan, not clipped.
 *
 * @param layer which
 * @param dead those that never fired
 * @param byRule by rule, the motif of each filter that has one
 */
public record ScannedFilters(
    MotifLayer layer, Set<Integer> dead, Map<FilterRule, SortedMap<Integer, Motif>> byRule) {

  /** All filters of the layer, dead ones included. */
  public int count() {
    return layer.filters();
  }

  /** Motifs of a rule by filter. */
  public SortedMap<Integer, Motif> motifs(FilterRule rule) {
    return byRule.get(rule);
  }
}
