package org.motifworks.core.match;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * The samples of p-values that the reference program draws for one query, by rank. Its generator
 * starts from the same seed with every file and goes on from query to query, so that they depend on
 * the number of p-values alone: those of the first queries are kept.
 *
 * <p>Any number of threads may use one.
 */
final class Bootstrap {
  /** Number of samples. */
  static final int SAMPLES = 100;

  /** Draws of each sample, with replacement. */
  static final int SAMPLE_SIZE = 1000;

  /** Of so few p-values none are drawn. */
  static final int TOO_FEW = 100;

  private static final int SEED = 4357;
  private static final int MOST_QUERIES_KEPT = 64;
  private static final long MOST_BYTES_KEPT = 32 << 20;

  private final int n;
  private final MersenneTwister before;
  private final int toBeKept; // number of queries, this one counted
  private Bootstrap next;
  private short[][] samples;

  private Bootstrap(int n, MersenneTwister before, int toBeKept) {
    this.n = n;
    this.before = before;
    this.toBeKept = toBeKept;
  }

  /** Of the first query. */
  static Bootstrap ofFirstQuery(int pValues) {
    long bytesPerQuery = (pValues + 1L) * SAMPLES * Short.BYTES;
    long toBeKept = Math.min(MOST_QUERIES_KEPT, MOST_BYTES_KEPT / bytesPerQuery);
    return new Bootstrap(pValues, new MersenneTwister(SEED), (int) toBeKept);
  }

  /** Of the query after this one. */
  synchronized Bootstrap next() {
    if (n <= TOO_FEW) return this;
    if (next != null) return next;
    MersenneTwister after = before.copy();
    after.skip(SAMPLES * SAMPLE_SIZE);
    Bootstrap following = new Bootstrap(n, after, Math.max(0, toBeKept - 1));
    if (toBeKept > 1) next = following;
    return following;
  }

  /**
   * Gives one sample after the other.
   *
   * @param user gets, at each index from 0 to n, how many draws have a lower rank; only to be read,
   *     and only until it returns
   */
  void forEachSample(Consumer<short[]> user) {
    if (toBeKept > 0) {
      for (short[] sample : kept()) user.accept(sample);
      return;
    }
    MersenneTwister random = before.copy();
    int[] counts = new int[n];
    short[] sample = new short[n + 1];
    for (int i = 0; i < SAMPLES; i++) {
      draw(random, counts, sample);
      user.accept(sample);
    }
  }

  private synchronized short[][] kept() {
    if (samples == null) {
      MersenneTwister random = before.copy();
      int[] counts = new int[n];
      samples = new short[SAMPLES][n + 1];
      for (short[] sample : samples) draw(random, counts, sample);
    }
    return samples;
  }

  private static void draw(MersenneTwister random, int[] counts, short[] sample) {
    Arrays.fill(counts, 0);
    random.countIndices(SAMPLE_SIZE, counts);
    int below = 0;
    for (int rank = 0; rank < counts.length; rank++) {
      below += counts[rank];
      sample[rank + 1] = (short) below;
    }
  }
}
