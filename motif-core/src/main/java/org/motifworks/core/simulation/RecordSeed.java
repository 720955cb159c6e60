package org.motifworks.core.simulation;

/**
 * Seeds derived from one seed, so that any record can be made alone, in any order, on any thread.
 */
final class RecordSeed {

  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
  private static final long SPLIT = -1;

  private RecordSeed() {}

  /** The seed of the record {@code index} (0 or more). */
  static long of(long seed, long index) {
    // Mixed twice: SplittableRandom steps by a constant, and seeds an equal step apart would share
    // draws.
    return mix(mix(seed + GOLDEN_GAMMA) ^ mix(index * GOLDEN_GAMMA + 1));
  }

  /** The seed of the division into splits. */
  static long ofSplit(long seed) {
    return of(seed, SPLIT);
  }

  /** David Stafford's 64-bit mix, variant 13. */
  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
