package org.motifworks.core.scan;

import java.util.Arrays;

/** Plain loops, which every JVM runs. */
final class PlainKernel implements RowKernel {

  @Override
  public void sums(FilterTables tables, int[] words, int first, int count, float[] map) {
    int row = tables.rowLength();
    float[] values = tables.values();
    for (int i = 0; i < count; i++) {
      System.arraycopy(tables.start(), 0, map, i * row, row);
      for (int t = 0; t < tables.count(); t++) {
        int from = words[first + i + t * FilterTables.WORD] + t * tables.stride();
        int end = i * row + tables.filters();
        for (int at = i * row; at < end; at++) map[at] += values[from++];
      }
    }
  }

  @Override
  public void maxima(float[] map, int rowLength, int from, int to, float[] maxima, float[] rows) {
    System.arraycopy(map, from * rowLength, maxima, 0, rowLength);
    Arrays.fill(rows, 0, rowLength, 0);
    for (int row = from + 1; row < to; row++) {
      for (int i = 0; i < rowLength; i++) {
        float value = map[row * rowLength + i];
        if (value > maxima[i]) {
          maxima[i] = value;
          rows[i] = row - from;
        }
      }
    }
  }

  @Override
  public void addScaled(float[] values, int from, int length, float factor, float[] sums, int at) {
    for (int i = 0; i < length; i++) sums[at + i] += factor * values[from + i];
  }
}
