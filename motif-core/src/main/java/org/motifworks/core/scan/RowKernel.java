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
   * The largest value of each column in rows {@code [from, to)} of a map, at least one, and the
   * first row that has it, counted from {@code from}; exact up to 2²⁴ rows.
   *
   * @param maxima as long as a row of the map, from index {@code at}; {@code rows} likewise
   */
  void maxima(ScanMap map, int from, int to, float[] maxima, float[] rows, int at);

  /** {@code sums[at + i] += factor × values[from + i]}; {@code length} is a multiple of 16. */
  void addScaled(float[] values, int from, int length, float factor, float[] sums, int at);

  /** The fastest that this JVM can run. */
  static RowKernel fastest() {
    return Fastest.KERNEL;
  }

  /** Chosen once, when first asked for. */
  final class Fastest {
    private static final RowKernel KERNEL = choose();

    private Fastest() {}

    /** By name: the class cannot be compiled with the others, nor loaded without the module. */
    private static RowKernel choose() {
      if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) return new PlainKernel();
      try {
        String name = RowKernel.class.getPackageName() + ".VectorKernel";
        return (RowKernel) Class.forName(name).getDeclaredConstructor().newInstance();
      } catch (ReflectiveOperationException | LinkageError e) {
        return new PlainKernel(); // a later JDK may have changed the module
      }
    }
  }
}
