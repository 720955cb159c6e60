package org.motifworks.core.scan;

/**
 * The inner loops of a scan: in plain Java, and by the vector module where the JVM was started with
 * it. Both add in the same order and so give the same bits. Maps are {@link ScanMap}s.
 */
interface RowKernel {

  /**
   * What the filters sum up to at consecutive positions.
   *
   * @param words where in a table the word at each position is, from the first window's start
   * @param map rows {@code [0, count)} are overwritten, and what lies behind them
   */
  void sums(FilterTables tables, int[] words, int first, int count, ScanMap map);

  /**
   * The largest value of each column in windows of a map's first rows, at least one a window, and
   * the first row that has it; exact up to 2²⁴ rows. Window i covers {@code size} rows from {@code
   * i × stride - left} on, as far as there are any.
   *
   * @param maxima a row as long as one of the map for each window; {@code places} likewise
   */
  void maxima(
      ScanMap map,
      int rows,
      int size,
      int stride,
      int left,
      int windows,
      float[] maxima,
      float[] places);

  /** {@code sums[at + i] += factor × values[from + i]}; {@code length} is a multiple of 16. */
  void addScaled(float[] values, int from, int length, float factor, float[] sums, int at);

  /** The fastest that this JVM can run. */
  static RowKernel fastest() {
    return Fastest.KERNEL;
  }

  /** Chosen once, when first asked for. */
  final class Fastest {
    private static final RowKernel KERNEL =
        VectorClasses.make(RowKernel.class, "VectorKernel").orElseGet(PlainKernel::new);

    private Fastest() {}
  }
}
