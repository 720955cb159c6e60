package org.motifworks.interpret.filter;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.motifworks.contracts.model.ModelDescription;
import org.motifworks.core.architecture.MotifLayer;
import org.motifworks.core.npy.MappedByteMatrix;
import org.motifworks.interpret.model.Activations;
import org.motifworks.interpret.model.InferenceSession;
import org.motifworks.interpret.model.TokenBatch;

/**
 * Runs a split through the layers whose filters can be read as motifs and collects what excites
 * each filter, all layers in one go.
 *
 * <p>Twice: how strong is strong is known only after the first pass, and the activations of a large
 * split do not fit into memory. Nothing but one batch is held, smaller where layers are wide.
 *
 * <p>A deeper filter's motif is as wide as its receptive field. The paper's code cuts 19 nt for
 * every layer; a filter of cnn-1's second layer sees 23, and what the outer columns do not tell is
 * clipped before matching anyway.
 */
public final class FilterScan {

  /**
   * Maxima are quick to find and small: threads that wake up for a batch should have enough of it.
   */
  private static final int MAXIMA_BATCH = 1024;

  private static final int ACTIVATIONS_BATCH = 128;
  private static final int ACTIVATIONS_HELD = 1 << 23; // 32 MiB

  private final InferenceSession session;
  private final List<MotifLayer> layers;
  private final int window;
  private final int mostRows;

  /** A scan with a model's layers. */
  public FilterScan(InferenceSession session, ModelDescription model) {
    this.session = session;
    this.window = model.window();
    List<MotifLayer> readable = MotifLayer.of(model.architecture(), window);
    this.layers = readable.subList(0, Math.min(readable.size(), session.layers()));
    long each = layers.stream().mapToLong(layer -> (long) layer.filters() * layer.length()).sum();
    this.mostRows = (int) Math.max(1, Math.min(MAXIMA_BATCH, ACTIVATIONS_HELD / each));
  }

  /**
   * Scans sequences of shape {@code [rows, window]}.
   *
   * @return one entry a layer, the first layer first
   * @throws CancellationException when the thread was interrupted
   */
  public List<ScannedFilters> scan(MappedByteMatrix sequences) {
    List<LayerAccumulators> accumulators = layers.stream().map(LayerAccumulators::new).toList();
    eachBatch(
        sequences,
        mostRows,
        (tokens, rows, filled) -> {
          List<Activations> found = session.maxima(filled);
          for (int i = 0; i < layers.size(); i++) accumulators.get(i).observe(found.get(i), rows);
        });
    eachBatch(
        sequences,
        Math.min(mostRows, ACTIVATIONS_BATCH),
        (tokens, rows, filled) -> {
          List<Activations> found = session.activations(filled);
          for (int i = 0; i < layers.size(); i++) {
            accumulators.get(i).accumulate(tokens, window, found.get(i), rows);
          }
        });
    return accumulators.stream().map(LayerAccumulators::scanned).toList();
  }

  private interface BatchReader {
    void read(byte[] tokens, int rows, TokenBatch filled);
  }

  private void eachBatch(MappedByteMatrix sequences, int batch, BatchReader reader) {
    byte[] tokens = new byte[batch * window];
    TokenBatch filled = new TokenBatch(batch, window);
    for (long first = 0; first < sequences.rows(); first += batch) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("stopped at sequence " + first);
      }
      int rows = (int) Math.min(batch, sequences.rows() - first);
      sequences.copyRows(first, rows, tokens, 0);
      filled.clear();
      filled.addAll(tokens, rows);
      reader.read(tokens, rows, filled);
    }
  }
}
