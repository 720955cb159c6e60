package org.motifworks.core.simulation;

import org.motifworks.core.motif.Motif;

/**
 * A factor and the motif it is simulated by.
 *
 * @param name the class of the dataset, such as {@code CEBPB}
 * @param motif its JASPAR matrix, counts divided by their position sums without pseudo-counts
 */
public record TranscriptionFactor(String name, Motif motif) {

  /** Width of its motif, nt. */
  public int width() {
    return motif.width();
  }
}
