package org.motifworks.core.dataset;

import java.util.Objects;
import org.motifworks.core.motif.Strand;

/**
 * Where a motif was embedded in one sequence.
 *
 * @param factor the transcription factor, which is also the class
 * @param motif the id of its matrix
 * @param strand the strand that reads as the matrix does
 * @param start first position on the forward strand, 0-based
 * @param end position after the last
 */
public record PlacedMotif(String factor, String motif, Strand strand, int start, int end) {

  public PlacedMotif {
    Objects.requireNonNull(factor, "factor");
    Objects.requireNonNull(motif, "motif");
    Objects.requireNonNull(strand, "strand");
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("No place for a motif: [" + start + ", " + end + ")");
    }
  }

  /** The same in row {@code row} of a split. */
  public Placement atRow(int row) {
    return new Placement(row, factor, motif, strand, start, end);
  }
}
