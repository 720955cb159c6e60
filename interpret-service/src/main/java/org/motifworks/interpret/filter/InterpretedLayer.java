package org.motifworks.interpret.filter;

import java.util.List;
import java.util.TreeSet;
import org.motifworks.contracts.interpretation.LayerFinding;

/**
 * A layer with all that was found out about it.
 *
 * @param finding by the primary rule and clip, with the figures of all
 * @param matched motifs and matches by both rules and both clips, the primary pair first
 */
public record InterpretedLayer(LayerFinding finding, List<MatchedFilters> matched) {

  /** Matches a scanned layer. */
  static InterpretedLayer of(FilterAnalysis analysis, ScannedFilters scanned) {
    List<MatchedFilters> matched = analysis.match(scanned);
    return new InterpretedLayer(
        new LayerFinding(
            scanned.layer().number(),
            scanned.layer().receptiveField(),
            scanned.count(),
            List.copyOf(new TreeSet<>(scanned.dead())),
            matched.stream().map(one -> one.summary(analysis.factors())).toList(),
            analysis.findings(scanned, matched.get(0))),
        matched);
  }
}
