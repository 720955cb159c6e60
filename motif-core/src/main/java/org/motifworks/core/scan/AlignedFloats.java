package org.motifworks.core.scan;

/**
 * Arrays whose values, from {@link #FIRST} on, begin with a cache line, wherever the JVM lets them:
 * vectors of 64 bytes that lie across two lines take half as long again.
 *
 * <p>Java places objects at multiples of 8 bytes. But the G1 collector gives an array larger than
 * half of one of its regions regions of its own, whose start is aligned, and never moves it.
 * Regions are of 1 MB where the JVM runs with {@code -XX:+UseG1GC -XX:G1HeapRegionSize=1m}. With
 * other settings nothing but speed is lost.
 */
final class AlignedFloats {

  /** Index of the first value: behind the array's header of 16 bytes and 12 floats. */
  static final int FIRST = 12;

  private static final int HALF_A_REGION = 512 * 1024 / Float.BYTES;

  private AlignedFloats() {}

  /** An array with room for so many values from {@link #FIRST} on. */
  static float[] of(int count) {
    return new float[Math.max(Math.addExact(FIRST, count), HALF_A_REGION)];
  }
}
