package org.motifworks.core.sequence;

/**
 * The token of each nucleotide: the same numbers in memory, in {@code sequences.npy} and in the
 * models.
 */
public final class Nucleotide {

  public static final byte A = 0;
  public static final byte C = 1;
  public static final byte G = 2;
  public static final byte T = 3;

  /** Any or unknown nucleotide; a model sees the zero vector. */
  public static final byte N = 4;

  /** How many tokens there are, N included. */
  public static final int COUNT = 5;

  private static final byte[] COMPLEMENT = {T, G, C, A, N};

  private Nucleotide() {}

  /** The token that pairs with {@code token} on the opposite strand: A-T, C-G, N-N. */
  public static byte complement(byte token) {
    return COMPLEMENT[token];
  }
}
