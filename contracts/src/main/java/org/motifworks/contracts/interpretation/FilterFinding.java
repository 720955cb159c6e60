package org.motifworks.contracts.interpretation;

import java.util.List;
import java.util.Optional;

/**
 * A filter as a motif, by the primary rule and clip.
 *
 * @param filter 0-based index in the layer
 * @param dead whether it never fired on the test split; such a filter has no matrix and no match
 * @param sites sequence windows the matrix was made from
 * @param informationBits of the matrix, summed over its columns
 * @param consensus likeliest nucleotide of each column
 * @param matrix shape {@code [columns][4]} (A C G T), clipped: the columns that were matched
 * @param clipStart first column kept of the layer's receptive field, 0-based
 * @param clipEnd one past the last column kept
 * @param group the filters that learned the same motif; absent when it is the only one, and in
 *     interpretations of before it was told
 * @param matches best first, at most as many as the settings keep
 */
public record FilterFinding(
    int filter,
    boolean dead,
    int sites,
    double informationBits,
    String consensus,
    List<List<Double>> matrix,
    int clipStart,
    int clipEnd,
    Optional<FilterGroup> group,
    List<TargetMatch> matches) {
  public FilterFinding {
    group = group == null ? Optional.empty() : group;
    matrix = matrix.stream().map(List::copyOf).toList();
    matches = List.copyOf(matches);
  }

  /** A filter that never fired, or fired only where no window fits. */
  public static FilterFinding withoutMotif(int filter, boolean dead) {
    return new FilterFinding(filter, dead, 0, 0, "", List.of(), 0, 0, Optional.empty(), List.of());
  }

  /** Whether there is something to draw. */
  public boolean hasMotif() {
    return !matrix.isEmpty();
  }
}
