package org.motifworks.worker.network;

import java.util.SplittableRandom;

/**
 * Streams of random numbers that depend on the run's seed, a purpose and an index alone, so that no
 * generator's state needs to survive a restart.
 */
public final class Randomness {

  /** What the numbers are for. */
  public enum Purpose {
    /** Initial weights; the index is the tensor. */
    WEIGHTS(1),
    /** The order of sequences; the index is the epoch. */
    ORDER(2),
    /** Dropout; the index is the epoch and the layer. */
    DROPOUT(3),
    /** The strand each sequence is read from; the index is the epoch. */
    STRAND(4);

    private final long number;

    Purpose(long number) {
      this.number = number;
    }
  }

  private Randomness() {}

  /** The stream of a purpose and an index. */
  public static SplittableRandom stream(long seed, Purpose purpose, long index) {
    long state = mix(seed + 0x9E3779B97F4A7C15L);
    state = mix(state ^ purpose.number * 0xC2B2AE3D27D4EB4FL);
    return new SplittableRandom(mix(state ^ (index + 1) * 0x165667B19E3779F9L));
  }

  /** 0 .. size - 1 in random order (Fisher and Yates). */
  public static int[] permutation(int size, SplittableRandom random) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      int other = random.nextInt(i + 1);
      order[i] = order[other];
      order[other] = i;
    }
    return order;
  }

  /** The finaliser of MurmurHash3, as in java.util.SplittableRandom. */
  private static long mix(long z) {
    z = (z ^ (z >>> 33)) * 0xff51afd7ed558ccdL;
    z = (z ^ (z >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return z ^ (z >>> 33);
  }
}
