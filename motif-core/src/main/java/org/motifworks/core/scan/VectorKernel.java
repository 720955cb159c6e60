package org.motifworks.core.scan;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The loops with two vectors of columns at a time in registers. Needs {@code --add-modules
 * jdk.incubator.vector}, to compile and to run; made by name alone.
 */
final class VectorKernel implements RowKernel {
  // a row is a multiple of 32 floats: of two vectors of at most 16
  private static final VectorSpecies<Float> SPECIES =
      FloatVector.SPECIES_PREFERRED.length() > 16
          ? FloatVector.SPECIES_512
          : FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  VectorKernel() {}

  @Override
  public void sums(FilterTables tables, int[] words, int first, int count, float[] map) {
    float[] start = tables.start();
    for (int column = 0; column < tables.rowLength(); column += 2 * LANES) {
      FloatVector low = FloatVector.fromArray(SPECIES, start, column);
      FloatVector high = FloatVector.fromArray(SPECIES, start, column + LANES);
      for (int i = 0; i < count; i++) {
        sum(tables, words, first + i, column, low, high, map, i * tables.rowLength() + column);
      }
    }
  }

  private static void sum(
      FilterTables tables,
      int[] words,
      int position,
      int column,
      FloatVector low,
      FloatVector high,
      float[] map,
      int to) {
    float[] values = tables.values();
    int table = column;
    for (int t = 0; t < tables.count(); t++) {
      int at = words[position + t * FilterTables.WORD] + table;
      low = low.add(FloatVector.fromArray(SPECIES, values, at));
      high = high.add(FloatVector.fromArray(SPECIES, values, at + LANES));
      table += tables.stride();
    }
    low.intoArray(map, to);
    high.intoArray(map, to + LANES);
  }

  @Override
  public void maxima(float[] map, int rowLength, int from, int to, float[] maxima, float[] rows) {
    for (int column = 0; column < rowLength; column += LANES) {
      FloatVector best = FloatVector.fromArray(SPECIES, map, from * rowLength + column);
      FloatVector where = FloatVector.zero(SPECIES);
      for (int row = from + 1; row < to; row++) {
        FloatVector value = FloatVector.fromArray(SPECIES, map, row * rowLength + column);
        where =
            where.blend(
                FloatVector.broadcast(SPECIES, row - from),
                value.compare(VectorOperators.GT, best));
        best = best.max(value);
      }
      best.intoArray(maxima, column);
      where.intoArray(rows, column);
    }
  }

  @Override
  public void addScaled(float[] values, int from, int length, float factor, float[] sums, int at) {
    FloatVector factors = FloatVector.broadcast(SPECIES, factor);
    for (int i = 0; i < length; i += LANES) {
      FloatVector.fromArray(SPECIES, values, from + i)
          .mul(factors)
          .add(FloatVector.fromArray(SPECIES, sums, at + i))
          .intoArray(sums, at + i);
    }
  }
}
