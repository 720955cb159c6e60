package org.motifworks.core.filter;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.motifworks.core.motif.Motif;
import org.motifworks.core.motif.PositionProbabilityMatrix;

/**
 * Turns first-layer activations into motifs, in two passes over the same batches: {@link
 * #observeMaxima} for all, then {@link #accumulate} for all, then {@link #motifs()}.
 *
 * <p>Activations are those after batch norm and activation, before pooling, shape {@code [batch,
 * filters, positions]}. The window under output position p begins at sequence position {@code p -
 * leftPad}. Token N adds nothing to its column. The result is the same for any batch size, bit for
 * bit. Not for several threads at once; it uses several itself.
 */
public final class FilterMotifAccumulator {
  private static final int NUCLEOTIDES = 4;

  private final FilterRule rule;
  private final int filterSize;
  private final int leftPad;
  private final float[] maxima;
  private final double[][] weights; // [filter][filterSize * 4]
  private final long[] sites;

  /**
   * @param filters number of filters
   * @param filterSize width of each, and of its motif
   * @param leftPad zeros the convolution put before each sequence: (size - 1) / 2 for "same"
   *     padding
   */
  public FilterMotifAccumulator(FilterRule rule, int filters, int filterSize, int leftPad) {
    if (filters < 1 || filterSize < 1 || leftPad < 0 || leftPad >= filterSize) {
      throw new IllegalArgumentException(
          filters + " filters of size " + filterSize + " with " + leftPad + " padding on the left");
    }
    this.rule = rule;
    this.filterSize = filterSize;
    this.leftPad = leftPad;
    this.maxima = new float[filters];
    this.weights = new double[filters][filterSize * NUCLEOTIDES];
    this.sites = new long[filters];
  }

  /**
   * First pass: notes each filter's maximum.
   *
   * @param activations shape {@code [batch, filters, positions]}; longer arrays are fine
   * @throws IllegalArgumentException for a NaN or a wrong shape
   */
  public void observeMaxima(float[] activations, int batch, int filters, int positions) {
    requireShape(activations, batch, filters, positions);
    for (int row = 0; row < batch * filters; row++) {
      int filter = row % filters;
      float max = maxima[filter];
      for (int at = row * positions; at < (row + 1) * positions; at++) {
        float activation = activations[at];
        if (Float.isNaN(activation)) {
          throw new IllegalArgumentException("Filter " + filter + " has an activation of NaN");
        }
        if (activation > max) max = activation;
      }
      maxima[filter] = max;
    }
  }

  /**
   * Second pass: adds each window the rule picks.
   *
   * @param tokens shape {@code [batch, length]}, A C G T N = 0..4
   * @param activations shape {@code [batch, filters, positions]} of the same sequences
   * @throws IllegalStateException when an activation exceeds its filter's maximum of the first pass
   */
  public void accumulate(
      byte[] tokens, int length, float[] activations, int batch, int filters, int positions) {
    requireShape(activations, batch, filters, positions);
    if (tokens.length < (long) batch * length) {
      throw new IllegalArgumentException(tokens.length + " tokens for " + batch + " x " + length);
    }
    // each filter has sums of its own, so threads change nothing about the order of additions
    IntStream.range(0, filters)
        .parallel()
        .filter(filter -> maxima[filter] > 0)
        .forEach(
            filter -> {
              for (int row = 0; row < batch; row++) {
                int from = (row * filters + filter) * positions;
                if (rule == FilterRule.CODE) {
                  addAll(filter, activations, from, positions, tokens, row * length, length);
                } else {
                  addBest(filter, activations, from, positions, tokens, row * length, length);
                }
              }
            });
  }

  private void addAll(
      int filter, float[] activations, int from, int positions, byte[] tokens, int at, int length) {
    double threshold = rule.shareOfMaximum() * maxima[filter];
    for (int position = 0; position < positions; position++) {
      float activation = activations[from + position];
      if (activation > threshold) {
        requireObserved(filter, activation);
        addWindow(filter, activation, position - leftPad, tokens, at, length);
      }
    }
  }

  private void addBest(
      int filter, float[] activations, int from, int positions, byte[] tokens, int at, int length) {
    int best = 0;
    for (int position = 1; position < positions; position++) {
      if (activations[from + position] > activations[from + best]) best = position;
    }
    float activation = activations[from + best];
    int start = best - leftPad;
    if (!(activation > rule.shareOfMaximum() * maxima[filter])) return;
    requireObserved(filter, activation);
    if (start < 0 || start + filterSize > length) return;
    addWindow(filter, 1, start, tokens, at, length);
  }

  private void addWindow(int filter, double weight, int start, byte[] tokens, int at, int length) {
    double[] sums = weights[filter];
    int end = Math.min(filterSize, length - start);
    for (int column = Math.max(0, -start); column < end; column++) {
      int token = tokens[at + start + column];
      if (token < NUCLEOTIDES) sums[column * NUCLEOTIDES + token] += weight;
    }
    sites[filter]++;
  }

  private void requireObserved(int filter, float activation) {
    if (activation > maxima[filter]) {
      throw new IllegalStateException(
          "Filter "
              + filter
              + " fires at "
              + activation
              + ", over the maximum observed, "
              + maxima[filter]
              + ": the first pass did not see these sequences");
    }
  }

  private void requireShape(float[] activations, int batch, int filters, int positions) {
    if (filters != maxima.length || positions < 1) {
      throw new IllegalArgumentException(
          filters
              + " filters x "
              + positions
              + " positions; made for "
              + maxima.length
              + " filters");
    }
    if (activations.length < (long) batch * filters * positions) {
      throw new IllegalArgumentException(
          activations.length + " activations for " + batch + " x " + filters + " x " + positions);
    }
  }

  /** The largest activation of a filter seen so far, 0 when it never fired. */
  public float maximum(int filter) {
    return maxima[filter];
  }

  /**
   * One entry a filter, in order. A column nothing was counted in (only N, or beyond the end in
   * every window) says nothing: a quarter each.
   */
  public List<FilterMotif> motifs() {
    return IntStream.range(0, maxima.length).mapToObj(this::motif).toList();
  }

  private FilterMotif motif(int filter) {
    int windows = Math.toIntExact(sites[filter]);
    Optional<Motif> motif =
        windows == 0
            ? Optional.empty()
            : Optional.of(new Motif("filter" + filter, "", matrix(filter), windows));
    return new FilterMotif(filter, !(maxima[filter] > 0), windows, motif);
  }

  private PositionProbabilityMatrix matrix(int filter) {
    double[][] columns = new double[filterSize][NUCLEOTIDES];
    for (int column = 0; column < filterSize; column++) {
      System.arraycopy(weights[filter], column * NUCLEOTIDES, columns[column], 0, NUCLEOTIDES);
      if (columns[column][0] + columns[column][1] + columns[column][2] + columns[column][3] == 0) {
        columns[column] = new double[] {1, 1, 1, 1};
      }
    }
    return PositionProbabilityMatrix.normalized(columns);
  }
}
