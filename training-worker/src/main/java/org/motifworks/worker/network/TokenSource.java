package org.motifworks.worker.network;

import org.motifworks.core.npy.MappedByteMatrix;

/**
 * Sequences and labels of one split, memory-mapped: tokens uint8 {@code [N, window]} and labels
 * uint8 {@code [N, classes]}.
 */
public record TokenSource(MappedByteMatrix sequences, MappedByteMatrix labels) {

  /** Number of sequences; at most an int, since orders are arrays. */
  public int size() {
    return Math.toIntExact(sequences.rows());
  }

  /** Nucleotides a sequence. */
  public int window() {
    return sequences.columns();
  }

  /** Classes. */
  public int classes() {
    return labels.columns();
  }
}
