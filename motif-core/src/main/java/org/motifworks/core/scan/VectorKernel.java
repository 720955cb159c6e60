package org.motifworks.core.scan;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The loops with two vectors of columns at a time in registers. Needs {@code --add-modules
 * jdk.incubator.vector}, to compile and to run; made by name alone.
 *
 * <p>Maxima are chosen by comparison: {@code max} of Java's floats heeds NaN and -0, which costs
 * several instructions.
 */
final class VectorKernel implements RowKernel {
  // a block is 32 floats: at least two vectors
  private static final VectorSpecies<Float> SPECIES =
      FloatVector.SPECIES_PREFERRED.length() > 16
          ? FloatVector.SPECIES_512
          : FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final int WORD = FilterTables.WORD;
  private static final int TABLE = FilterTables.BLOCK; // floats from table to table of a group
  private static final int REACH = (FilterTables.GROUP - 1) * WORD;

  VectorKernel() {}

  @Override
  public void sums(FilterTables tables, int[] words, int first, int count, ScanMap map) {
    for (int column = 0; column < map.rowLength(); column += 2 * LANES) {
      int block = column / TABLE;
      int within = column % TABLE;
      for (int residue = 0; residue < WORD; residue++) {
        int from = tables.at(0, block) + within;
        group(tables, from, words, first + residue, count - residue, map, residue, column);
      }
      for (int t = FilterTables.GROUP; t < tables.count(); t++) {
        add(tables, tables.at(t, block) + within, words, first + t * WORD, count, map, column);
      }
    }
  }

  /**
   * The first group of tables at every fourth position. A word is the first of a window, the second
   * of the window before it, and so on: its entries in all tables lie side by side, are read once,
   * and carry the sums of five windows one table on.
   */
  private static void group(
      FilterTables tables,
      int from,
      int[] words,
      int first,
      int count,
      ScanMap map,
      int row,
      int column) {
    float[] values = tables.values();
    float[] sums = map.values();
    FloatVector low = FloatVector.fromArray(SPECIES, tables.start(), column);
    FloatVector high = FloatVector.fromArray(SPECIES, tables.start(), column + LANES);
    FloatVector low1 = low;
    FloatVector low2 = low;
    FloatVector low3 = low;
    FloatVector low4 = low;
    FloatVector high1 = high;
    FloatVector high2 = high;
    FloatVector high3 = high;
    FloatVector high4 = high;
    for (int i = 0; i < REACH; i += WORD) { // windows that began before the first
      int at = words[first + i] + from;
      int to = at + LANES;
      low4 = low3.add(FloatVector.fromArray(SPECIES, values, at + 3 * TABLE));
      high4 = high3.add(FloatVector.fromArray(SPECIES, values, to + 3 * TABLE));
      low3 = low2.add(FloatVector.fromArray(SPECIES, values, at + 2 * TABLE));
      high3 = high2.add(FloatVector.fromArray(SPECIES, values, to + 2 * TABLE));
      low2 = low1.add(FloatVector.fromArray(SPECIES, values, at + TABLE));
      high2 = high1.add(FloatVector.fromArray(SPECIES, values, to + TABLE));
      low1 = low.add(FloatVector.fromArray(SPECIES, values, at));
      high1 = high.add(FloatVector.fromArray(SPECIES, values, to));
    }
    int cell = map.at(row) + column;
    for (int i = 0; i < count; i += WORD) {
      int at = words[first + i + REACH] + from;
      int to = at + LANES;
      low4.add(FloatVector.fromArray(SPECIES, values, at + 4 * TABLE)).intoArray(sums, cell);
      high4
          .add(FloatVector.fromArray(SPECIES, values, to + 4 * TABLE))
          .intoArray(sums, cell + LANES);
      low4 = low3.add(FloatVector.fromArray(SPECIES, values, at + 3 * TABLE));
      high4 = high3.add(FloatVector.fromArray(SPECIES, values, to + 3 * TABLE));
      low3 = low2.add(FloatVector.fromArray(SPECIES, values, at + 2 * TABLE));
      high3 = high2.add(FloatVector.fromArray(SPECIES, values, to + 2 * TABLE));
      low2 = low1.add(FloatVector.fromArray(SPECIES, values, at + TABLE));
      high2 = high1.add(FloatVector.fromArray(SPECIES, values, to + TABLE));
      low1 = low.add(FloatVector.fromArray(SPECIES, values, at));
      high1 = high.add(FloatVector.fromArray(SPECIES, values, to));
      cell += WORD * map.rowLength();
    }
  }

  /** One more table, for filters wider than a group. */
  private static void add(
      FilterTables tables, int from, int[] words, int first, int count, ScanMap map, int column) {
    float[] values = tables.values();
    float[] sums = map.values();
    int cell = map.at(0) + column;
    for (int i = 0; i < count; i++) {
      int at = words[first + i] + from;
      FloatVector.fromArray(SPECIES, sums, cell)
          .add(FloatVector.fromArray(SPECIES, values, at))
          .intoArray(sums, cell);
      FloatVector.fromArray(SPECIES, sums, cell + LANES)
          .add(FloatVector.fromArray(SPECIES, values, at + LANES))
          .intoArray(sums, cell + LANES);
      cell += map.rowLength();
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
    for (int column = 0; column < map.rowLength(); column += 2 * LANES) {
      for (int window = 0; window < windows; window++) {
        int start = window * stride - left;
        int at = window * map.rowLength() + column;
        maxima(map, Math.max(0, start), Math.min(rows, start + size), column, maxima, places, at);
      }
    }
  }

  private static void maxima(
      ScanMap map, int from, int to, int column, float[] maxima, float[] places, int at) {
    float[] values = map.values();
    int cell = map.at(from) + column;
    FloatVector low = FloatVector.fromArray(SPECIES, values, cell);
    FloatVector high = FloatVector.fromArray(SPECIES, values, cell + LANES);
    FloatVector row = FloatVector.broadcast(SPECIES, from);
    FloatVector lowRow = row;
    FloatVector highRow = row;
    for (int i = from + 1; i < to; i++) {
      cell += map.rowLength();
      row = row.add(1f);
      FloatVector value = FloatVector.fromArray(SPECIES, values, cell);
      VectorMask<Float> higher = value.compare(VectorOperators.GT, low);
      low = low.blend(value, higher);
      lowRow = lowRow.blend(row, higher);
      value = FloatVector.fromArray(SPECIES, values, cell + LANES);
      higher = value.compare(VectorOperators.GT, high);
      high = high.blend(value, higher);
      highRow = highRow.blend(row, higher);
    }
    low.intoArray(maxima, at);
    high.intoArray(maxima, at + LANES);
    lowRow.intoArray(places, at);
    highRow.intoArray(places, at + LANES);
  }

  @Override
  public void addScaled(float[] values, int from, int length, float factor, float[] sums, int at) {
    FloatVector factors = FloatVector.broadcast(SPECIES, factor);
    if (LANES != 8) {
      for (int i = 0; i < length; i += LANES) add(values, from + i, factors, sums, at + i);
      return;
    }
    for (int i = 0; i < length; i += 2 * LANES) {
      add(values, from + i, factors, sums, at + i);
      add(values, from + i + LANES, factors, sums, at + i + LANES);
    }
  }

  private static void add(float[] values, int from, FloatVector factors, float[] sums, int at) {
    FloatVector.fromArray(SPECIES, values, from)
        .mul(factors)
        .add(FloatVector.fromArray(SPECIES, sums, at))
        .intoArray(sums, at);
  }
}
