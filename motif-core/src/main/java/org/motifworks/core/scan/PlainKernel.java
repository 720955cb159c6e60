package org.motifworks.core.scan;

import java.util.Arrays;

/** Plain loops, which every JVM runs. */
final class PlainKernel implements RowKernel {
  private static final int BLOCK = FilterTables.BLOCK;

  @Override
  public void sums(FilterTables tables, int[] words, int first, int count, ScanMap map) {
    for (int i = 0; i < count; i++) {
      System.arraycopy(tables.start(), 0, map.values(), map.at(i), map.rowLength());
      for (int block = 0; block < tables.blocks(); block++) {
        row(tables, words, first + i, block, map.values(), map.at(i) + block * BLOCK);
      }
    }
  }

  private static void row(
      FilterTables tables, int[] words, int position, int block, float[] sums, int to) {
    float[] values = tables.values();
    for (int t = 0; t < tables.count(); t++) {
      int from = tables.at(t, block) + words[position + t * FilterTables.WORD];
      for (int at = to; at < to + BLOCK; at++) sums[at] += values[from++];
    }
  }

  @Override
  public void maxima(
      ScanMap map,
      int rows,
      int size,
      int stride,
      int left,
      int windows,
      float[] maxima,
      float[] places) {
    for (int window = 0; window < windows; window++) {
      int start = window * stride - left;
      int from = Math.max(0, start);
      maxima(map, from, Math.min(rows, start + size), maxima, places, window * map.rowLength());
    }
  }

  private static void maxima(
      ScanMap map, int from, int to, float[] maxima, float[] places, int at) {
    System.arraycopy(map.values(), map.at(from), maxima, at, map.rowLength());
    Arrays.fill(places, at, at + map.rowLength(), from);
    for (int row = from + 1; row < to; row++) {
      for (int i = 0; i < map.rowLength(); i++) {
        float value = map.values()[map.at(row) + i];
        if (value > maxima[at + i]) {
          maxima[at + i] = value;
          places[at + i] = row;
        }
      }
    }
  }

  @Override
  public void addScaled(float[] values, int from, int length, float factor, float[] sums, int at) {
    for (int i = 0; i < length; i++) sums[at + i] += factor * values[from + i];
  }
}
