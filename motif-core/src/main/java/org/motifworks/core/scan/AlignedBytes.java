package org.motifworks.core.scan;

/** Arrays of bytes whose values begin with a cache line, as those of {@link AlignedFloats} do. */
final class AlignedBytes {

  /** Index of the first value: behind the array's header of 16 bytes and 48 others. */
  static final int FIRST = 48;

  private static final int HALF_A_REGION = 512 * 1024;

  private AlignedBytes() {}

  /** An array with room for so many values from {@link #FIRST} on. */
  static byte[] of(int count) {
    return new byte[Math.max(Math.addExact(FIRST, count), HALF_A_REGION)];
  }
}
