package org.motifworks.interpret.score;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.motifworks.core.architecture.MotifLayer;
import org.motifworks.interpret.model.Activations;
import org.motifworks.interpret.model.InferenceSession;
import org.motifworks.interpret.model.ModelOutline;
import org.motifworks.interpret.model.TokenBatch;

/**
 * What excites the first layer's filters most: each filter's strongest position over one row or
 * several, and of these the strongest filters. Filters that do not fire are none of them.
 */
final class FilterHits {
  private static final int ACTIVATIONS_HELD = 1 << 22; // 16 MiB
  private static final Comparator<FilterHit> STRONGEST_FIRST =
      Comparator.comparingDouble(FilterHit::activation).reversed();

  private final InferenceSession session;
  private final MotifLayer layer;
  private final int window;
  private final int most;
  private final int rowsAtOnce;
  private final FilterHit[] best;

  /** Positions and values of each row's and filter's largest activation. */
  private int[] positions = {};

  private float[] values = {};

  /**
   * @param model one that was trained here: of others the filters are not known
   * @param most filters that are told of one sequence
   */
  FilterHits(InferenceSession session, ModelOutline model, int most) {
    List<MotifLayer> layers =
        MotifLayer.of(model.trained().orElseThrow().architecture(), model.window());
    long each = layers.stream().mapToLong(one -> (long) one.filters() * one.length()).sum();
    this.session = session;
    this.layer = layers.get(0);
    this.window = model.window();
    this.most = most;
    this.rowsAtOnce = (int) Math.max(1, ACTIVATIONS_HELD / each);
    this.best = new FilterHit[layer.filters()];
  }

  /** Runs a batch; {@link #add} then knows its rows. */
  void look(TokenBatch batch) {
    int filters = layer.filters();
    positions = new int[batch.rows() * filters];
    values = new float[batch.rows() * filters];
    byte[] row = new byte[window];
    for (int first = 0; first < batch.rows(); first += rowsAtOnce) {
      int rows = Math.min(rowsAtOnce, batch.rows() - first);
      TokenBatch part = new TokenBatch(rows, window);
      for (int i = 0; i < rows; i++) {
        batch.copyRow(first + i, row);
        part.add(row);
      }
      Activations found = session.activations(part).get(0);
      for (int i = 0; i < rows * filters; i++) keepLargest(found, i, first * filters + i);
    }
  }

  private void keepLargest(Activations found, int from, int to) {
    int begin = from * found.length();
    int largest = begin;
    for (int i = begin + 1; i < begin + found.length(); i++) {
      if (found.values()[i] > found.values()[largest]) largest = i;
    }
    positions[to] = largest - begin;
    values[to] = found.values()[largest];
  }

  /**
   * Takes a row of the last batch into account.
   *
   * @param start where the row begins in its sequence; negative when it was filled up with N
   * @param reverse whether the row is the reverse complement of that part
   * @param length of the sequence
   */
  void add(int row, int start, boolean reverse, int length) {
    for (int filter = 0; filter < best.length; filter++) {
      float value = values[row * best.length + filter];
      if (value <= 0 || best[filter] != null && best[filter].activation() >= value) continue;
      int field = layer.receptiveField();
      int at = positions[row * best.length + filter] * layer.stride() - layer.leftPad();
      int from = start + (reverse ? window - at - field : at);
      int begin = Math.max(0, from);
      int end = Math.min(length, from + field);
      if (begin >= end) continue; // nothing but padding
      best[filter] = new FilterHit(filter, begin, end, reverse ? '-' : '+', value);
    }
  }

  /** The strongest of the rows since the last call, strongest first. */
  List<FilterHit> take() {
    List<FilterHit> hits =
        Arrays.stream(best).filter(Objects::nonNull).sorted(STRONGEST_FIRST).limit(most).toList();
    Arrays.fill(best, null);
    return hits;
  }
}
