package org.motifworks.interpret.filter;

import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.motifworks.contracts.interpretation.FilterRule;
import org.motifworks.core.architecture.MotifLayer;
import org.motifworks.core.filter.FilterMotif;
import org.motifworks.core.filter.FilterMotifAccumulator;
import org.motifworks.core.motif.Motif;
import org.motifworks.interpret.model.Activations;

/** One layer's motifs in the making, by both rules from the same activations. */
final class LayerAccumulators {
  private final MotifLayer layer;
  private final Map<FilterRule, FilterMotifAccumulator> byRule = new EnumMap<>(FilterRule.class);

  LayerAccumulators(MotifLayer layer) {
    this.layer = layer;
    for (FilterRule rule : FilterRule.values()) {
      byRule.put(
          rule,
          new FilterMotifAccumulator(
              core(rule), layer.filters(), layer.receptiveField(), layer.leftPad()));
    }
  }

  /** First pass. */
  void observe(Activations found, int rows) {
    for (FilterMotifAccumulator one : byRule.values()) {
      one.observeMaxima(found.values(), rows, found.filters(), found.length());
    }
  }

  /** Second pass. */
  void accumulate(byte[] tokens, int window, Activations found, int rows) {
    Activations spread = atInputPositions(found, rows);
    for (FilterMotifAccumulator one : byRule.values()) {
      one.accumulate(tokens, window, spread.values(), rows, spread.filters(), spread.length());
    }
  }

  /** What both passes came to. */
  ScannedFilters scanned() {
    Map<FilterRule, SortedMap<Integer, Motif>> motifsByRule = new EnumMap<>(FilterRule.class);
    TreeSet<Integer> dead = new TreeSet<>();
    byRule.forEach(
        (rule, accumulator) -> {
          SortedMap<Integer, Motif> motifs = new TreeMap<>();
          for (FilterMotif filter : accumulator.motifs()) {
            if (filter.dead()) dead.add(filter.filter());
            filter.motif().ifPresent(motif -> motifs.put(filter.filter(), motif));
          }
          motifsByRule.put(rule, motifs);
        });
    return new ScannedFilters(layer, dead, motifsByRule);
  }

  /** Activations of a strided layer, moved to the input positions they belong to. */
  private Activations atInputPositions(Activations found, int rows) {
    if (layer.stride() == 1) return found;
    int length = found.length() * layer.stride();
    float[] spread = new float[rows * found.filters() * length];
    for (int i = 0; i < rows * found.filters() * found.length(); i++) {
      spread[i * layer.stride()] = found.values()[i];
    }
    return new Activations(found.filters(), length, spread);
  }

  private static org.motifworks.core.filter.FilterRule core(FilterRule rule) {
    return org.motifworks.core.filter.FilterRule.valueOf(rule.name());
  }
}
