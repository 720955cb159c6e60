package org.motifworks.core.scan;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The loops with one vector of filters at a time. Needs {@code --add-modules jdk.incubator.vector},
 * to compile and to run; made by name alone.
 *
 * <p>Where operands may be exchanged, the one just made comes first, and what a loop carries
 * second: of the first the JVM's compiler must know the class to make an instruction of the
 * operation, and of what a loop carries it knows it only where it has watched the loop for long
 * enough.
 */
final class VectorCoarseKernel implements CoarseKernel {
  // a block is 32 bytes: one vector, or more of them
  private static final VectorSpecies<Byte> SPECIES =
      ByteVector.SPECIES_PREFERRED.length() > CoarseTables.BLOCK
          ? ByteVector.SPECIES_256
          : ByteVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final int WORD = CoarseTables.WORD;
  private static final int BLOCK = CoarseTables.BLOCK;
  private static final int ENTRY = CoarseTables.ENTRY;
  private static final int REACH = (CoarseTables.GROUP - 1) * WORD;

  VectorCoarseKernel() {}

  @Override
  public boolean words(byte[] letters, int count, byte[] words) {
    ByteVector last = ByteVector.broadcast(SPECIES, (byte) (CoarseTables.LETTERS - 1));
    ByteVector unlike = ByteVector.zero(SPECIES); // negative for what is no letter
    int whole = count - count % LANES;
    for (int i = 0; i < whole; i += LANES) {
      ByteVector letter = ByteVector.fromArray(SPECIES, letters, i);
      unlike = letter.or(last.sub(letter)).or(unlike);
      ByteVector pair = five(letter).add(ByteVector.fromArray(SPECIES, letters, i + 1));
      five(pair).add(ByteVector.fromArray(SPECIES, letters, i + 2)).intoArray(words, i);
    }
    int rest = 0;
    for (int i = whole; i < count; i++) {
      rest |= letters[i] | (CoarseTables.LETTERS - 1 - letters[i]);
      words[i] = (byte) (letters[i] * 25 + letters[i + 1] * 5 + letters[i + 2]);
    }
    return rest >= 0 && !ByteVector.zero(SPECIES).compare(VectorOperators.GT, unlike).anyTrue();
  }

  /** Five times: bytes are not multiplied at once. */
  private static ByteVector five(ByteVector values) {
    ByteVector twice = values.add(values);
    return twice.add(twice).add(values);
  }

  @Override
  public void sums(
      CoarseTables tables,
      int block,
      byte[] words,
      int first,
      int count,
      byte[] map,
      byte[] maxima) {
    for (int column = 0; column < BLOCK; column += LANES) {
      int cell = AlignedBytes.FIRST + column;
      int to = block * BLOCK + column;
      int from = tables.at(0, block) + column;
      for (int residue = 0; residue < WORD; residue++) {
        int row = cell + residue * BLOCK;
        group(tables, from, words, first + residue, count - residue, map, row, maxima, to);
      }
      for (int t = CoarseTables.GROUP; t < tables.count(); t++) {
        from = tables.at(t, block) + column;
        add(tables, from, words, first + t * WORD, count, map, cell);
      }
      if (tables.count() > CoarseTables.GROUP) greatest(map, cell, count, maxima, to);
    }
  }

  /**
   * A group of tables at every third position. A word is the first of a window, the second of the
   * window before it, and so on: its entries in all tables lie side by side, are read once, and
   * carry the sums of seven windows one table on.
   */
  private static void group(
      CoarseTables tables,
      int from,
      byte[] words,
      int first,
      int count,
      byte[] map,
      int cell,
      byte[] maxima,
      int to) {
    byte[] values = tables.values();
    ByteVector start = ByteVector.fromArray(SPECIES, tables.start(), to);
    ByteVector sum1 = start;
    ByteVector sum2 = start;
    ByteVector sum3 = start;
    ByteVector sum4 = start;
    ByteVector sum5 = start;
    ByteVector sum6 = start;
    for (int i = 0; i < REACH; i += WORD) { // windows that began before the first
      int at = from + words[first + i] * ENTRY;
      sum6 = ByteVector.fromArray(SPECIES, values, at + 5 * BLOCK).add(sum5);
      sum5 = ByteVector.fromArray(SPECIES, values, at + 4 * BLOCK).add(sum4);
      sum4 = ByteVector.fromArray(SPECIES, values, at + 3 * BLOCK).add(sum3);
      sum3 = ByteVector.fromArray(SPECIES, values, at + 2 * BLOCK).add(sum2);
      sum2 = ByteVector.fromArray(SPECIES, values, at + BLOCK).add(sum1);
      sum1 = ByteVector.fromArray(SPECIES, values, at).add(start);
    }
    ByteVector most = ByteVector.fromArray(SPECIES, maxima, to);
    for (int i = 0; i < count; i += WORD) {
      int at = from + words[first + REACH + i] * ENTRY;
      ByteVector sum = ByteVector.fromArray(SPECIES, values, at + 6 * BLOCK).add(sum6);
      sum.intoArray(map, cell);
      most = sum.max(most);
      sum6 = ByteVector.fromArray(SPECIES, values, at + 5 * BLOCK).add(sum5);
      sum5 = ByteVector.fromArray(SPECIES, values, at + 4 * BLOCK).add(sum4);
      sum4 = ByteVector.fromArray(SPECIES, values, at + 3 * BLOCK).add(sum3);
      sum3 = ByteVector.fromArray(SPECIES, values, at + 2 * BLOCK).add(sum2);
      sum2 = ByteVector.fromArray(SPECIES, values, at + BLOCK).add(sum1);
      sum1 = ByteVector.fromArray(SPECIES, values, at).add(start);
      cell += WORD * BLOCK;
    }
    if (tables.count() <= CoarseTables.GROUP) most.intoArray(maxima, to);
  }

  /** One more table, for filters wider than a group. */
  private static void add(
      CoarseTables tables, int from, byte[] words, int first, int count, byte[] map, int cell) {
    byte[] values = tables.values();
    for (int i = 0; i < count; i++) {
      ByteVector.fromArray(SPECIES, map, cell)
          .add(ByteVector.fromArray(SPECIES, values, from + words[first + i] * ENTRY))
          .intoArray(map, cell);
      cell += BLOCK;
    }
  }

  private static void greatest(byte[] map, int cell, int count, byte[] maxima, int to) {
    ByteVector most = ByteVector.fromArray(SPECIES, maxima, to);
    for (int i = 0; i < count; i++) {
      most = ByteVector.fromArray(SPECIES, map, cell).max(most);
      cell += BLOCK;
    }
    most.intoArray(maxima, to);
  }

  @Override
  public void candidates(
      CoarseTables tables, int block, byte[] map, int rows, byte[] maxima, byte[] bits) {
    for (int column = 0; column < BLOCK; column += LANES) {
      ByteVector limit =
          ByteVector.fromArray(SPECIES, maxima, block * BLOCK + column)
              .sub(ByteVector.fromArray(SPECIES, tables.reach(), block * BLOCK + column));
      int cell = AlignedBytes.FIRST + column;
      int out = column;
      for (int row = 0; row < rows; row += ROWS) {
        ByteVector found = ByteVector.zero(SPECIES);
        for (int k = 0; k < ROWS; k++) {
          VectorMask<Byte> near =
              ByteVector.fromArray(SPECIES, map, cell + k * BLOCK)
                  .compare(VectorOperators.GT, limit);
          ByteVector shifted = found.add(found);
          found = shifted.blend(shifted.add((byte) 1), near);
        }
        found.intoArray(bits, out);
        cell += ROWS * BLOCK;
        out += BLOCK;
      }
    }
  }
}
