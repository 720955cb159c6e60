package org.motifworks.contracts.interpretation;

import java.util.List;

/**
 * What the filters of a deeper layer mean; of a layer before which nothing was pooled.
 *
 * @param layer its number, 1-based; 2 or more
 * @param receptiveField nucleotides a filter sees, and the width of its motif before the clip
 * @param deadFilters those that never fired on the test split
 * @param summaries both rules by both clips
 * @param filters all of the layer, by index
 */
public record LayerFinding(
    int layer,
    int receptiveField,
    int filterCount,
    List<Integer> deadFilters,
    List<RuleSummary> summaries,
    List<FilterFinding> filters) {
  public LayerFinding {
    deadFilters = List.copyOf(deadFilters);
    summaries = List.copyOf(summaries);
    filters = List.copyOf(filters);
  }
}
