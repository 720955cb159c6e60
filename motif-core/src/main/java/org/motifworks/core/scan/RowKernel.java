package org.motifworks.core.scan;

/**
 * The inner loops of a scan, over rows of floats that are {@link FilterTables#rowLength()} long: in
 * plain Java, and by the vector module where the JVM was started with it. Both add in the same
 * order and so give the same bits.
 */
interface RowKernel {

  /**
   * Sums of table rows at consecutive positions.
   *
   * @param words row offset of the word at each position, from the first window's start
   * @param map shape {@code [count, rowLength]}, overwritten
   */
  void sums(FilterTables tables, int[] words, int first, int count, float[] map);

  /**
   * The largest value of each column in rows {@code [from, to)} of a map, at least one, and the
   * first row that has it, counted from {@code from}; exact up to 2²⁴ rows.
   */
  void maxima(float[] map, int rowLength, int from, int to, float[] maxima, float[] rows);

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
