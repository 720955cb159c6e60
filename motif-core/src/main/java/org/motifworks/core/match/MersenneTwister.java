package org.motifworks.core.match;

/**
 * MT19937 (Matsumoto &amp; Nishimura 1998) seeded by the old multiplicative rule, as the reference
 * program draws its bootstrap samples.
 */
final class MersenneTwister {
  private static final int N = 624;
  private static final int M = 397;
  private static final long WORD = 0xffffffffL;
  private static final double TWO_TO_64 = 18446744073709551616.0;

  private int[] state = new int[N];
  private int[] made = new int[N];
  private final int[] shifted = new int[N];
  private final int[] words = new int[N]; // what is given out
  private int next = N;

  MersenneTwister(int seed) {
    int word = seed;
    for (int i = 0; i < N; i++) {
      state[i] = word;
      word *= 69069;
    }
  }

  /** A generator that gives out what this one will. */
  MersenneTwister copy() {
    MersenneTwister copy = new MersenneTwister(0);
    System.arraycopy(state, 0, copy.state, 0, N);
    System.arraycopy(words, 0, copy.words, 0, N);
    copy.next = next;
    return copy;
  }

  /** Goes on by a number of draws without making them. */
  void skip(int draws) {
    int left = 2 * draws;
    while (left > N - next) {
      left -= N - next;
      twist();
    }
    next += left;
    temper();
  }

  /**
   * An index from 0 to {@code n} - 1, n at most a million: floor(n u), u a double from 0 to 1 made
   * of two words, the first the higher.
   */
  int nextIndex(int n) {
    if (next == N) {
      twist();
      temper();
    }
    long scaled = (words[next] & WORD) * n;
    long fraction = scaled & WORD;
    // unless the fraction is next to 0 or 1, neither the lower word nor rounding moves the index
    boolean clear = fraction > 0 && fraction < WORD - n;
    int index = clear ? (int) (scaled >>> 32) : (int) (doubleAt(next) * n);
    next += 2; // draws are pairs and the words even: none is at the end
    return index;
  }

  /** Draws indices of {@code counts}, and counts how often each is drawn. */
  void countIndices(int draws, int[] counts) {
    for (int i = 0; i < draws; i++) counts[nextIndex(counts.length)]++;
  }

  private double doubleAt(int at) {
    long bits = (long) words[at] << 32 | words[at + 1] & WORD;
    // an unsigned long rounded to double, as a C compiler does
    double value = bits >= 0 ? (double) bits : (double) (bits >>> 1 | bits & 1) * 2;
    return value / TWO_TO_64;
  }

  // The virtual machine vectorises a loop whose arrays are all read at the same index.

  private void twist() {
    System.arraycopy(state, 1, shifted, 0, N - 1);
    twist(state, shifted, made);
    for (int i = 0; i < N - M; i++) made[i] ^= state[i + M];
    for (int i = N - M; i < N - 1; i++) made[i] ^= made[i + M - N];
    made[N - 1] = made[M - 1] ^ twisted(state[N - 1], made[0]);
    int[] old = state;
    state = made;
    made = old;
    next = 0;
  }

  private static void twist(int[] high, int[] low, int[] result) {
    for (int i = 0; i < N; i++) result[i] = twisted(high[i], low[i]);
  }

  private static int twisted(int high, int low) {
    int y = high & 0x80000000 | low & 0x7fffffff;
    return y >>> 1 ^ -(y & 1) & 0x9908b0df;
  }

  private void temper() {
    temper(state, words);
  }

  private static void temper(int[] state, int[] words) {
    for (int i = 0; i < N; i++) {
      int y = state[i];
      y ^= y >>> 11;
      y ^= y << 7 & 0x9d2c5680;
      y ^= y << 15 & 0xefc60000;
      words[i] = y ^ y >>> 18;
    }
  }
}
