package org.motifworks.trainer.experiment;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.motifworks.contracts.interpretation.ClipRule;
import org.motifworks.contracts.interpretation.FilterRule;

/**
 * What one model's first layer learned, in numbers.
 *
 * @param deadFilters that never fired on the test split
 * @param duplicateFilters that learned the motif of another one, not counting one of each group
 * @param reverseComplementFilters likewise, but on the opposite strand
 * @param saliencyAuRoc absent without a truth
 * @param matches by each rule and clip
 */
record LayerFigures(
    int filters,
    int deadFilters,
    int duplicateFilters,
    int reverseComplementFilters,
    OptionalDouble saliencyAuRoc,
    FilterRule primaryRule,
    ClipRule primaryClip,
    List<Matches> matches) {

  LayerFigures {
    matches = List.copyOf(matches);
  }

  /**
   * Shares of all filters, dead ones included.
   *
   * @param relevantMatchPercent absent where the factors are not known
   * @param coveredFactors that at least one filter matches
   * @param filtersOfFactor filters that match each factor, none left out; a filter counts at every
   *     factor it matches
   */
  record Matches(
      FilterRule rule,
      ClipRule clip,
      double jasparMatchPercent,
      OptionalDouble relevantMatchPercent,
      List<String> coveredFactors,
      Map<String, Integer> filtersOfFactor) {

    Matches {
      coveredFactors = List.copyOf(coveredFactors);
      filtersOfFactor = Collections.unmodifiableMap(new TreeMap<>(filtersOfFactor));
    }
  }
}
