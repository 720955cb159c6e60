package org.motifworks.core.dataset;

/**
 * Ids seen so far, for millions of them: 16 bytes each and room to grow, instead of the hundred
 * that a set of strings takes.
 *
 * <p>Keeps a 128-bit hash of an id, not the id. Ten million different ids have a chance below
 * 10^-24 that two of them look the same.
 */
final class IdSet {

  private long[] keys = new long[2 * 1024]; // pairs; 0, 0 is an empty place
  private int size;

  /** Adds an id; false when it was there before. */
  boolean add(String id) {
    long high = hash(id, 0x9e3779b97f4a7c15L) | 1; // never 0, so a taken place is never empty
    long low = hash(id, 0xc2b2ae3d27d4eb4fL);
    if (!put(keys, high, low)) return false;
    if (++size * 3L > keys.length) grow(); // two thirds full
    return true;
  }

  private void grow() {
    long[] old = keys;
    keys = new long[Math.multiplyExact(old.length, 2)];
    for (int i = 0; i < old.length; i += 2) if (old[i] != 0) put(keys, old[i], old[i + 1]);
  }

  private static boolean put(long[] keys, long high, long low) {
    int mask = keys.length - 2;
    int at = (int) low & mask;
    while (keys[at] != 0) {
      if (keys[at] == high && keys[at + 1] == low) return false;
      at = (at + 2) & mask;
    }
    keys[at] = high;
    keys[at + 1] = low;
    return true;
  }

  /** Each character mixed in by the finaliser of SplitMix64. */
  private static long hash(String id, long seed) {
    long hash = seed;
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * seed;
      hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
      hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
      hash ^= hash >>> 31;
    }
    return hash;
  }
}
