package org.motifworks.core.simulation;

import java.util.List;
import org.motifworks.core.dataset.PlacedMotif;

/**
 * One sequence and the truth about it. The arrays are not copied.
 *
 * @param id {@code sim-000001} for the first
 * @param tokens shape {@code [length]}, A C G T = 0..3
 * @param labels shape {@code [12]}, 1 where the factor's motif was embedded on either strand
 * @param placed the embedded motifs, from left to right
 */
@SuppressWarnings("ArrayRecordComponent") // made once, written once
public record SimulatedSequence(String id, byte[] tokens, byte[] labels, List<PlacedMotif> placed) {

  public SimulatedSequence {
    placed = List.copyOf(placed);
  }
}
