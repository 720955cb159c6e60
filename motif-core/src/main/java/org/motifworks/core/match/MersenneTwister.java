package org.motifworks.core.match;

/**
 * MT19937 (Matsumoto &amp; Nishimura 1998) seeded by the old multiplicative rule, as the reference
 * program draws its bootstrap samples.
 */
final class MersenneTwister {
  private static final int N = 624;
  private static final int M = 397;
  private static final double TWO_TO_64 = 18446744073709551616.0;

  private final int[] state = new int[N];
  private int next = N;

  MersenneTwister(int seed) {
    state[0] = seed;
    for (int i = 1; i < N; i++) state[i] = 69069 * state[i - 1];
  }

  private MersenneTwister(MersenneTwister other) {
    System.arraycopy(other.state, 0, state, 0, N);
    next = other.next;
  }

  MersenneTwister copy() {
    return new MersenneTwister(this);
  }

  /** Goes on by a number of draws without making them. */
  void skip(int draws) {
    int words = 2 * draws;
    while (words > 0) {
      if (next == N) twist();
      int step = Math.min(words, N - next);
      next += step;
      words -= step;
    }
  }

  /** A number from 0 to 1 of two words, the first the higher. */
  double nextDouble() {
    long high = nextWord();
    long low = nextWord();
    long bits = high << 32 | (low & 0xffffffffL);
    // an unsigned long rounded to double, as a C compiler does
    double value = bits >= 0 ? (double) bits : (double) (bits >>> 1 | bits & 1) * 2;
    return value / TWO_TO_64;
  }

  private int nextWord() {
    if (next == N) twist();
    int y = state[next++];
    y ^= y >>> 11;
    y ^= y << 7 & 0x9d2c5680;
    y ^= y << 15 & 0xefc60000;
    return y ^ y >>> 18;
  }

  private void twist() {
    for (int i = 0; i < N; i++) {
      int y = state[i] & 0x80000000 | state[i + 1 < N ? i + 1 : 0] & 0x7fffffff;
      state[i] = state[i < N - M ? i + M : i + M - N] ^ y >>> 1 ^ ((y & 1) == 0 ? 0 : 0x9908b0df);
    }
    next = 0;
  }
}
