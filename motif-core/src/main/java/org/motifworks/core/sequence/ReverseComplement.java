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
    int left = inEights(tokens);
    int right = tokens.length - 1 - left;
    while (left <= right) {
      byte first = tokens[left];
      tokens[left++] = Nucleotide.complement(tokens[right]);
      tokens[right--] = Nucleotide.complement(first);
    }
  }

  /** As far as there are eight at both ends; answers how many are done at each. */
  private static int inEights(byte[] tokens) {
    int left = 0;
    int right = tokens.length - EightBases.COUNT;
    for (; left + EightBases.COUNT <= right; left += EightBases.COUNT, right -= EightBases.COUNT) {
      long first = EightBases.get(tokens, left);
      long last = EightBases.get(tokens, right);
      if (!EightBases.areTokens(first) || !EightBases.areTokens(last)) break;
      EightBases.put(EightBases.reverseComplement(last), tokens, left);
      EightBases.put(EightBases.reverseComplement(first), tokens, right);
    }
    return left;
  }
}
