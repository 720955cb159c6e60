package org.motifworks.core.scan;

/** What filters sum up to at each position of a stretch of sequence: rows of all filters. */
final class ScanMap {
  private final int rowLength;
  private float[] values = new float[0];

  ScanMap(int rowLength) {
    this.rowLength = rowLength;
  }

  /** Makes room for rows, and for as many more as kernels write too far. */
  void reserve(int rows) {
    int needed = Math.multiplyExact(rows + FilterTables.GROUP * FilterTables.WORD, rowLength);
    if (values.length < AlignedFloats.FIRST + needed) values = AlignedFloats.of(needed);
  }

  int rowLength() {
    return rowLength;
  }

  float[] values() {
    return values;
  }

  /** Index of a row's first value. */
  int at(int row) {
    return AlignedFloats.FIRST + row * rowLength;
  }
}
