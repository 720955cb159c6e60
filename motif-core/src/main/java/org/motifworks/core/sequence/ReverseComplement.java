package org.motifworks.core.sequence;

/**
 * The same sequence read from the opposite strand: order reversed, A-T and C-G exchanged, N stays
 * N.
 */
public final class ReverseComplement {

  private ReverseComplement() {}

  /** A new array; {@code tokens} is left as it is. */
  public static byte[] of(byte[] tokens) {
    byte[] opposite = tokens.clone();
    inPlace(opposite);
    return opposite;
  }

  /** Turns {@code tokens} into its own reverse complement. */
  public static void inPlace(byte[] tokens) {
    int left = 0;
    int right = tokens.length - 1;
    while (left <= right) {
      byte first = tokens[left];
      tokens[left++] = Nucleotide.complement(tokens[right]);
      tokens[right--] = Nucleotide.complement(first);
    }
  }
}
