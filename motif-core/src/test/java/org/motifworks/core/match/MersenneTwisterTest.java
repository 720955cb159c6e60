package org.motifworks.core.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MersenneTwisterTest {
  private static final int SEED = 4357;

  /** Against the generator as Matsumoto and Nishimura printed it, one word after the other. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 1000, 1038, 2038, 65_536, 999_999})
  void nextIndex_isFloorOfTheDouble(int n) {
    MersenneTwister fast = new MersenneTwister(SEED);
    Printed slow = new Printed(SEED);
    for (int draw = 0; draw < 5000; draw++) {
      assertThat(fast.nextIndex(n)).isEqualTo((int) (slow.nextDouble() * n));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 311, 312, 313, 624, 100_000})
  void skip_isAsManyDraws(int draws) {
    MersenneTwister skipped = new MersenneTwister(SEED);
    MersenneTwister drawn = new MersenneTwister(SEED);
    skipped.skip(draws);
    for (int i = 0; i < draws; i++) drawn.nextIndex(7);
    MersenneTwister copy = skipped.copy();
    for (int i = 0; i < 1000; i++) {
      int expected = drawn.nextIndex(1038);
      assertThat(skipped.nextIndex(1038)).isEqualTo(expected);
      assertThat(copy.nextIndex(1038)).isEqualTo(expected);
    }
  }

  private static final class Printed {
    private final long[] mt = new long[624];
    private int mti = 624;

    Printed(long seed) {
      mt[0] = seed;
      for (int i = 1; i < 624; i++) mt[i] = 69069 * mt[i - 1] & 0xffffffffL;
    }

    double nextDouble() {
      BigInteger high = BigInteger.valueOf(nextWord());
      BigInteger low = BigInteger.valueOf(nextWord());
      return high.shiftLeft(32).or(low).doubleValue() / BigInteger.ONE.shiftLeft(64).doubleValue();
    }

    private long nextWord() {
      if (mti == 624) {
        for (int k = 0; k < 624; k++) {
          long y = mt[k] & 0x80000000L | mt[(k + 1) % 624] & 0x7fffffffL;
          mt[k] = mt[(k + 397) % 624] ^ y >> 1 ^ (y % 2 == 0 ? 0 : 0x9908b0dfL);
        }
        mti = 0;
      }
      long y = mt[mti++];
      y ^= y >> 11;
      y ^= y << 7 & 0x9d2c5680L;
      y ^= y << 15 & 0xefc60000L;
      return y ^ y >> 18;
    }
  }
}
