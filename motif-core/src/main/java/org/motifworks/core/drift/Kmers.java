package org.motifworks.core.drift;

import org.motifworks.core.sequence.Nucleotide;

/**
 * The 136 kinds of 4-mers of double-stranded DNA: a 4-mer and its reverse complement are one kind,
 * so that it does not matter which strand was sent. Kinds are numbered by the alphabetically first
 * of the two, from AAAA.
 */
public final class Kmers {

  /** Nucleotides of a k-mer. */
  public static final int LENGTH = 4;

  /** How many kinds there are: (4^4 + 4^2) / 2, for 16 are their own reverse complement. */
  public static final int KINDS = 136;

  private static final int WORDS = 1 << (2 * LENGTH);
  private static final int[] KIND = kinds();

  private Kmers() {}

  /**
   * Counts the k-mers of a sequence; those with an N are left out.
   *
   * @param tokens A C G T N = 0..4
   * @param counts shape {@code [KINDS]}, added to
   */
  static void count(byte[] tokens, double[] counts) {
    int word = 0;
    int known = 0; // nucleotides since the last N
    for (byte token : tokens) {
      if (token >= Nucleotide.N) {
        known = 0;
        continue;
      }
      word = ((word << 2) | token) & (WORDS - 1);
      if (++known >= LENGTH) counts[KIND[word]]++;
    }
  }

  private static int[] kinds() {
    int[] kind = new int[WORDS];
    int next = 0;
    for (int word = 0; word < WORDS; word++) {
      int opposite = reverseComplement(word);
      kind[word] = opposite < word ? kind[opposite] : next++;
    }
    return kind;
  }

  private static int reverseComplement(int word) {
    int opposite = 0;
    for (int i = 0; i < LENGTH; i++) {
      opposite = (opposite << 2) | (3 - ((word >> (2 * i)) & 3)); // A-T and C-G: 3 minus the token
    }
    return opposite;
  }
}
