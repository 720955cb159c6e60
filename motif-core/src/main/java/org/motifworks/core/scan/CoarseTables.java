package org.motifworks.core.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A bank of filters as tables of bytes for words of three letters: small enough for the nearest
 * cache, and exact enough to tell where a filter's maximum can lie.
 *
 * <p>Each filter has a step of its own, so fine that its sums just fit a byte; sums on the way may
 * wrap round. A sum in bytes is off by what its entries were rounded by. So the place of the
 * greatest sum in floats is among those whose sum in bytes is greater than the greatest less the
 * filter's {@link #reach}. Filters come in blocks of 32, tables in groups of seven (an entry has
 * room for eight). Immutable.
 */
final class CoarseTables {
  static final int LETTERS = FilterTables.LETTERS;
  static final int WORD = 3;
  static final int WORDS = LETTERS * LETTERS * LETTERS;
  static final int BLOCK = FilterTables.BLOCK;

  /** Tables of a group. */
  static final int GROUP = 7;

  /** Bytes from a word's entries in a group to the next word's. */
  static final int ENTRY = 8 * BLOCK;

  private static final int BYTES = 256;
  private static final int FARTHEST = 64; // with more, so much is left that it is no help
  private static final int LARGEST_SHARE = 8;

  private final FilterTables exact;
  private final byte[] values; // [groups][blocks][WORDS][8][BLOCK]
  private final byte[] start;
  private final byte[] reach;
  private final int[] unscreened;

  private CoarseTables(FilterTables exact) {
    this.exact = exact;
    this.values = AlignedBytes.of(Math.multiplyExact(groups() * exact.blocks(), WORDS * ENTRY));
    this.start = new byte[exact.blocks() * BLOCK];
    this.reach = new byte[start.length];
    List<Integer> others = new ArrayList<>();
    for (int filter = 0; filter < exact.filters(); filter++) {
      if (!fill(filter)) others.add(filter);
    }
    this.unscreened = others.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Bytes it holds. */
  long bytes() {
    return values.length;
  }

  /** The same bank; empty where bytes tell too little of it, and for sums that are not finite. */
  static Optional<CoarseTables> of(FilterTables exact) {
    for (int filter = 0; filter < exact.filters(); filter++) {
      double largest = largestSum(exact, filter);
      if (!(largest < Float.MAX_VALUE / 2)) return Optional.empty(); // so is NaN
    }
    CoarseTables tables = new CoarseTables(exact);
    boolean helps = tables.unscreened.length <= exact.filters() / LARGEST_SHARE;
    return helps ? Optional.of(tables) : Optional.empty();
  }

  FilterTables exact() {
    return exact;
  }

  int groups() {
    return (count() + GROUP - 1) / GROUP;
  }

  /** How many tables there are. */
  int count() {
    return (exact.width() + WORD - 1) / WORD;
  }

  /** Index of the entry of word 0 for a block of filters. */
  int at(int table, int block) {
    return AlignedBytes.FIRST
        + (table / GROUP * exact.blocks() + block) * WORDS * ENTRY
        + table % GROUP * BLOCK;
  }

  byte[] values() {
    return values;
  }

  /** What every sum of a filter begins with. */
  byte[] start() {
    return start;
  }

  /**
   * How far below the greatest sum the place of the true maximum cannot lie any more; 0 for what is
   * no filter or is not screened. The greatest sum less it never wraps round.
   */
  byte[] reach() {
    return reach;
  }

  /** Filters that bytes tell too little of, such as one whose weights are all 0. */
  int[] unscreened() {
    return unscreened;
  }

  /** Tables of one filter; false when they are no help, and left empty. */
  private boolean fill(int filter) {
    double[][] gains = new double[count()][WORDS];
    double range = 0;
    for (int t = 0; t < count(); t++) {
      double least = 0;
      double most = 0;
      for (int word = 0; word < WORDS; word++) {
        gains[t][word] = gain(filter, t, word);
        least = Math.min(least, gains[t][word]);
        most = Math.max(most, gains[t][word]);
      }
      range += most - least;
    }
    // rounding widens every table by at most a step, and the reach takes about as many again
    int levels = BYTES - 2 * count() - 4;
    double step = range / levels;
    if (levels < 1 || step == 0) return false;
    int least = 0;
    int most = 0;
    double error = 2 * roundingOfFloats(filter) / step;
    byte[][] entries = new byte[count()][WORDS];
    for (int t = 0; t < count(); t++) {
      int low = 0;
      int high = 0;
      double under = 0;
      double over = 0;
      for (int word = 0; word < WORDS; word++) {
        double exactly = gains[t][word] / step;
        int rounded = (int) Math.rint(exactly);
        entries[t][word] = (byte) rounded;
        low = Math.min(low, rounded);
        high = Math.max(high, rounded);
        under = Math.min(under, rounded - exactly);
        over = Math.max(over, rounded - exactly);
      }
      least += low;
      most += high;
      error += over - under;
    }
    if (!(error < FARTHEST)) return false;
    int far = (int) Math.floor(error + 1e-6) + 1; // sums that far below are out
    if (most - least + far >= BYTES) return false;
    start[filter] = (byte) (Byte.MIN_VALUE + far - least);
    reach[filter] = (byte) far;
    for (int t = 0; t < count(); t++) {
      int to = at(t, filter / BLOCK) + filter % BLOCK;
      for (int word = 0; word < WORDS; word++) values[to + word * ENTRY] = entries[t][word];
    }
    return true;
  }

  /** What the three columns from {@code 3 t} on add for a word. */
  private double gain(int filter, int t, int word) {
    double sum = 0;
    int rest = word;
    for (int column = (t + 1) * WORD - 1; column >= t * WORD; column--) {
      int letter = rest % LETTERS;
      rest /= LETTERS;
      if (letter == LETTERS - 1 || column >= exact.width()) continue;
      sum += exact.weights()[(filter * 4 + letter) * exact.width() + column];
    }
    return sum;
  }

  /**
   * How far a sum of float tables can be from the true one: an entry is rounded once and then goes
   * through at most as many additions as there are tables, each off by 2⁻²⁴ of its result.
   */
  private double roundingOfFloats(int filter) {
    int roundings = exact.count() + 2;
    return roundings * (0x1.02p-24 * largestSum(exact, filter) + Float.MIN_VALUE);
  }

  /** No sum, nor any on the way to it, is farther from 0. */
  private static double largestSum(FilterTables exact, int filter) {
    double sum = Math.abs(exact.start()[filter]);
    for (int column = 0; column < exact.width(); column++) {
      double most = 0;
      for (int letter = 0; letter < 4; letter++) {
        float weight = exact.weights()[(filter * 4 + letter) * exact.width() + column];
        most = Math.max(most, Math.abs(weight)); // NaN stays
      }
      sum += most;
    }
    return sum;
  }
}
