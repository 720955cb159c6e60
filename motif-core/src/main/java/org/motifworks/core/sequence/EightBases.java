package org.motifworks.core.sequence;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bases at a time: the bytes of a long, each treated as all the others, in the order of the
 * array.
 *
 * <p>Plain arithmetic, so that it is fast wherever Java runs, without the vector module too.
 */
final class EightBases {

  static final int COUNT = Long.BYTES;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** A byte of one in all eight; times a byte, that byte in all eight. */
  private static final long EACH = 0x0101010101010101L;

  private static final long TO_UPPER_CASE = ~(EACH * 0x20);

  private EightBases() {}

  static long get(byte[] bytes, int at) {
    return (long) LONG.get(bytes, at);
  }

  static void put(long eight, byte[] bytes, int at) {
    LONG.set(bytes, at, eight);
  }

  /** Puts the first {@code count}, 0 to 7, and leaves what lies behind them. */
  static void putFirst(int count, long eight, byte[] bytes, int at) {
    long behind = -1L << count * Byte.SIZE;
    put(eight & ~behind | get(bytes, at) & behind, bytes, at);
  }

  /** Not 0 where a letter is none of A, C, G, T in upper or lower case. */
  static long notAcgt(long letters) {
    return letters & TO_UPPER_CASE ^ acgt(bits(letters));
  }

  /** The same with U and N. */
  static long notAcgtun(long letters) {
    return notAcgt(letters) & ~((are('U', letters) | are('N', letters)) * 0xff);
  }

  /** How many come before the first that is not 0. */
  static int before(long eight) {
    return Long.numberOfTrailingZeros(eight) / Byte.SIZE;
  }

  /** The tokens of letters A, C, G, T, U; of others, anything. */
  static long tokens(long letters) {
    long bits = bits(letters);
    return bits ^ high(bits);
  }

  /** The same tokens, but N where the letter is. */
  static long withN(long tokens, long letters) {
    long n = are('N', letters);
    return tokens & ~(n * 0xff) | n * Nucleotide.N;
  }

  /** Whether they are all tokens, 0 to 4. */
  static boolean areTokens(long tokens) {
    long over7 = tokens & ~(EACH * 7);
    long over4 = tokens >>> 2 & (tokens | tokens >>> 1) & EACH; // 4 and 1 or 2 besides
    return (over7 | over4) == 0;
  }

  /** The upper-case letters of tokens. */
  static long letters(long tokens) {
    long acgt = tokens & EACH * 3; // N counts as A, from which it differs by 0x0f
    return acgt(acgt ^ high(acgt)) ^ isN(tokens) * ('A' ^ 'N');
  }

  /** The tokens of the opposite strand, in its order. */
  static long reverseComplement(long tokens) {
    return Long.reverseBytes(tokens ^ (EACH ^ isN(tokens)) * 3);
  }

  /** 1 where a letter is this one in upper or lower case, else 0. */
  private static long are(char letter, long letters) {
    long differ = letters & TO_UPPER_CASE ^ EACH * letter;
    long low7 = EACH * 0x7f;
    return ~((differ & low7) + low7 | differ) >>> 7 & EACH;
  }

  private static long isN(long tokens) {
    return tokens >>> 2 & EACH;
  }

  /** Bits 1 and 2 of a letter, which tell the four apart: A 0, C 1, T and U 2, G 3. */
  private static long bits(long letters) {
    return letters >>> 1 & EACH * 3;
  }

  private static long high(long bits) {
    return bits >>> 1 & EACH;
  }

  /** The letters that have these bits: 'A' + 2 bits, but 'T' differs from that by 0x11. */
  private static long acgt(long bits) {
    long isT = high(bits) & ~bits;
    return (EACH * 'A' | bits << 1) ^ isT * 0x11;
  }
}
