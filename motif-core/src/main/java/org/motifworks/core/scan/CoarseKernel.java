package org.motifworks.core.scan;

import java.util.Optional;

/**
 * The inner loops of a {@link CoarseScan}, for one block of filters. Maps have rows of {@link
 * CoarseTables#BLOCK} sums from {@link AlignedBytes#FIRST} on.
 */
interface CoarseKernel {

  /** Rows that share one byte of {@link #candidates}. */
  int ROWS = 8;

  /**
   * The word that begins at each letter.
   *
   * @param letters 0 to 4; two more than {@code count}
   * @param words overwritten; as many
   * @return false where one of the first {@code count} is no letter
   */
  boolean words(byte[] letters, int count, byte[] words);

  /**
   * What the block's filters sum up to at consecutive positions.
   *
   * @param words the word that begins at each position
   * @param map rows {@code [0, count)} are overwritten
   * @param maxima the greatest sum of each filter of the bank; the block's are raised
   */
  void sums(
      CoarseTables tables,
      int block,
      byte[] words,
      int first,
      int count,
      byte[] map,
      byte[] maxima);

  /**
   * Which sums are within their filter's reach of the maximum.
   *
   * @param rows of the map, a multiple of {@link #ROWS}
   * @param bits for each eight rows a byte for every filter, the first row its highest bit
   */
  void candidates(CoarseTables tables, int block, byte[] map, int rows, byte[] maxima, byte[] bits);

  /**
   * The kernel of this JVM; none without the vector module, for bytes are no gain in plain Java.
   */
  static Optional<CoarseKernel> fastest() {
    return Fastest.KERNEL;
  }

  /** Made once, when first asked for. */
  final class Fastest {
    private static final Optional<CoarseKernel> KERNEL =
        VectorClasses.make(CoarseKernel.class, "VectorCoarseKernel");

    private Fastest() {}
  }
}
