package org.motifworks.interpret.filter;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import org.motifworks.contracts.interpretation.FilterRule;
import org.motifworks.contracts.model.ModelDescription;
import org.motifworks.core.architecture.ConvolutionBlock;
import org.motifworks.core.architecture.SamePadding;
import org.motifworks.core.filter.FilterMotif;
import org.motifworks.core.filter.FilterMotifAccumulator;
import org.motifworks.core.motif.Motif;
import org.motifworks.core.npy.MappedByteMatrix;
import org.motifworks.interpret.model.Activations;
import org.motifworks.interpret.model.InferenceSession;
import org.motifworks.interpret.model.TokenBatch;

/**
 * Runs a split through the first layer and collects what excites each filter.
 *
 * <p>Twice: how strong is strong is known only after the first pass, and the activations of a large
 * split do not fit into memory. Nothing but one batch is held.
 */
public final class FilterScan {
  private static final int BATCH = 128;

  private final InferenceSession session;
  private final ConvolutionBlock layer;
  private final int window;
  private final int leftPad;

  /** A scan with a model's first layer. */
  public FilterScan(InferenceSession session, ModelDescription model) {
    this.session = session;
    this.layer = model.architecture().convolutions().get(0);
    this.window = model.window();
    this.leftPad = SamePadding.of(window, layer.span(), layer.stride()).left();
  }

  /**
   * Scans sequences of shape {@code [rows, window]}.
   *
   * @throws CancellationException when the thread was interrupted
   */
  public ScannedFilters scan(MappedByteMatrix sequences) {
    Map<FilterRule, FilterMotifAccumulator> accumulators = new EnumMap<>(FilterRule.class);
    for (FilterRule rule : FilterRule.values()) {
      accumulators.put(
          rule, new FilterMotifAccumulator(core(rule), layer.filters(), layer.span(), leftPad));
    }
    List<FilterMotifAccumulator> all = new ArrayList<>(accumulators.values());
    eachBatch(
        sequences,
        (tokens, rows, found) ->
            all.forEach(
                one -> one.observeMaxima(found.values(), rows, found.filters(), found.length())));
    eachBatch(
        sequences,
        (tokens, rows, found) ->
            all.forEach(
                one ->
                    one.accumulate(
                        tokens, window, found.values(), rows, found.filters(), found.length())));
    return scanned(accumulators);
  }

  private interface BatchReader {
    void read(byte[] tokens, int rows, Activations activations);
  }

  private void eachBatch(MappedByteMatrix sequences, BatchReader reader) {
    byte[] tokens = new byte[BATCH * window];
    TokenBatch batch = new TokenBatch(BATCH, window);
    for (long first = 0; first < sequences.rows(); first += BATCH) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("stopped at sequence " + first);
      }
      int rows = (int) Math.min(BATCH, sequences.rows() - first);
      sequences.copyRows(first, rows, tokens, 0);
      batch.clear();
      batch.addAll(tokens, rows);
      reader.read(tokens, rows, atInputPositions(session.activations(batch), rows));
    }
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

  private ScannedFilters scanned(Map<FilterRule, FilterMotifAccumulator> accumulators) {
    Map<FilterRule, SortedMap<Integer, Motif>> byRule = new EnumMap<>(FilterRule.class);
    TreeSet<Integer> dead = new TreeSet<>();
    accumulators.forEach(
        (rule, accumulator) -> {
          SortedMap<Integer, Motif> motifs = new TreeMap<>();
          for (FilterMotif filter : accumulator.motifs()) {
            if (filter.dead()) dead.add(filter.filter());
            filter.motif().ifPresent(motif -> motifs.put(filter.filter(), motif));
          }
          byRule.put(rule, motifs);
        });
    return new ScannedFilters(layer.filters(), dead, byRule);
  }

  private static org.motifworks.core.filter.FilterRule core(FilterRule rule) {
    return org.motifworks.core.filter.FilterRule.valueOf(rule.name());
  }
}
