package org.motifworks.interpret.score;

import java.util.Arrays;
import org.motifworks.core.sequence.Nucleotide;
import org.motifworks.core.sequence.ReverseComplement;

/**
 * Parts of sequences as a model takes them: as long as its window, shorter sequences filled up with
 * N on both sides, the odd one at the end.
 */
record WindowCut(int window) {

  /**
   * Cuts out a row.
   *
   * @param start of the window in the sequence, 0-based; 0 for a shorter one
   * @param reverse whether the row is to be the reverse complement
   * @param row shape {@code [window]}, filled
   */
  void into(byte[] row, byte[] tokens, int start, boolean reverse) {
    if (tokens.length >= window) {
      System.arraycopy(tokens, start, row, 0, window);
    } else {
      Arrays.fill(row, Nucleotide.N);
      System.arraycopy(tokens, 0, row, padding(tokens.length), tokens.length);
    }
    if (reverse) ReverseComplement.inPlace(row);
  }

  /** How many N come before a sequence of that length. */
  int padding(int length) {
    return Math.max(0, window - length) / 2;
  }
}
