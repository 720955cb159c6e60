package org.motifworks.core.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/**
 * Finds each filter's greatest sum in a sequence, and where it lies first, by looking at all
 * positions coarsely and at few exactly. The sums it looks at are those of {@link FilterTables},
 * added in the same order: the results are the same bits. Working memory of one thread.
 */
final class CoarseScan {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int ROWS = CoarseKernel.ROWS;
  private static final int CHUNK = 256;
  private static final int BLOCK = CoarseTables.BLOCK;

  /** With more places to look at in a stretch it is scanned exactly, which is faster. */
  private static final int MOST = 8 * BLOCK;

  private final CoarseTables tables;
  private final FilterTables exact;
  private final CoarseKernel kernel;
  private final byte[] map = AlignedBytes.of((CHUNK + ROWS) * BLOCK);
  private final byte[] greatest;
  private final long[] best;
  private final byte[] bits = new byte[CHUNK / ROWS * BLOCK];
  private final int[] marked = new int[bits.length / Long.BYTES + 1];
  private final int[] places = new int[MOST];
  private final int[] filters = new int[MOST]; // of the block, one a place
  private byte[] words = new byte[0];

  CoarseScan(CoarseTables tables, CoarseKernel kernel) {
    this.tables = tables;
    this.exact = tables.exact();
    this.kernel = kernel;
    this.greatest = new byte[exact.blocks() * BLOCK];
    this.best = new long[exact.filters()];
  }

  /** A scan of a bank in this JVM; empty where it is no gain. */
  static Optional<CoarseScan> of(FilterTables exact) {
    return CoarseKernel.fastest()
        .flatMap(kernel -> exact.coarse().map(tables -> new CoarseScan(tables, kernel)));
  }

  /** Bytes of its working memory, which grows with the sequences it meets. */
  long bytes() {
    long ints = (long) marked.length + places.length + filters.length;
    return map.length + bits.length + words.length + Integer.BYTES * ints;
  }

  /** How many letters it reads for so many positions: a sequence and N around it. */
  int letters(int length) {
    int coarsely = tables.groups() * CoarseTables.GROUP * CoarseTables.WORD;
    return length + Math.max(coarsely, exact.reach()) + FilterTables.WORD;
  }

  /**
   * Reads a sequence.
   *
   * @param letters from the first window's start on, as many as {@link #letters} says
   * @param exactly where in an exact table the word at each position is, from the first window's
   *     start to that of the last word; overwritten
   * @return false where one is no letter
   */
  boolean read(byte[] letters, int length, int[] exactly) {
    int count = letters(length) - CoarseTables.WORD;
    if (words.length < count) words = new byte[count];
    boolean areLetters = kernel.words(letters, count, words);
    byte[] words = this.words;
    int all = length + exact.reach();
    for (int i = 0; i < all; i++) {
      exactly[i] = (words[i] * CoarseTables.LETTERS + letters[i + 3]) * FilterTables.ENTRY;
    }
    return areLetters;
  }

  /**
   * The greatest sums in what was read.
   *
   * @param exactly as read
   * @param maxima one a filter, before the activation
   * @param positions of the first such sum
   * @return false where there are too many places to look at: then nothing is known
   */
  boolean maxima(int[] exactly, int length, float[] maxima, int[] positions) {
    Arrays.fill(best, Long.MIN_VALUE);
    Arrays.fill(greatest, Byte.MIN_VALUE);
    for (int first = 0; first < length; first += CHUNK) {
      int rows = Math.min(CHUNK, length - first);
      for (int block = 0; block < exact.blocks(); block++) {
        int found = places(first, rows, block);
        if (found < 0) return false;
        look(exactly, block, found);
      }
      for (int filter : tables.unscreened()) {
        for (int i = 0; i < rows; i++) places[i] = first + i;
        Arrays.fill(filters, 0, rows, filter % BLOCK);
        look(exactly, filter / BLOCK, rows);
      }
    }
    tell(maxima, positions);
    return true;
  }

  /** Where maxima of a block can lie in a stretch; how many places, or less than 0 for too many. */
  private int places(int first, int rows, int block) {
    kernel.sums(tables, block, words, first, rows, map, greatest);
    int all = (rows + ROWS - 1) / ROWS * ROWS;
    int end = AlignedBytes.FIRST + rows * BLOCK;
    Arrays.fill(map, end, end + (all - rows) * BLOCK, Byte.MIN_VALUE); // no place
    kernel.candidates(tables, block, map, all, greatest, bits);
    int marks = mark(all / ROWS * BLOCK / Long.BYTES);
    int count = 0;
    for (int i = 0; i < marks; i++) {
      int at = marked[i] * Long.BYTES;
      long found = (long) LONG.get(bits, at);
      int filter = at & BLOCK - 1;
      int row = first + (at / BLOCK) * ROWS;
      if (count + Long.SIZE > MOST) return -1;
      do {
        int place = Long.numberOfLeadingZeros(found);
        filters[count] = filter + 7 - (place >> 3);
        places[count++] = row + (place & 7);
        found &= ~(Long.MIN_VALUE >>> place);
      } while (found != 0);
    }
    return count;
  }

  /** Where bits are set, eight bytes at a time; whether any is is hard to guess: no branch. */
  private int mark(int longs) {
    int count = 0;
    for (int i = 0; i < longs; i++) {
      long found = (long) LONG.get(bits, i * Long.BYTES);
      marked[count] = i;
      count += (int) ((found | -found) >>> 63);
    }
    return count;
  }

  /** The sums at the places, exactly. Which is the greatest so far is hard to guess too. */
  private void look(int[] words, int block, int count) {
    float[] values = exact.values();
    float[] start = exact.start();
    int from = exact.at(0, block);
    for (int i = 0; i < count; i++) {
      int p = places[i];
      int at = from + filters[i];
      float sum = start[block * BLOCK + filters[i]];
      sum += values[at + words[p]];
      sum += values[at + BLOCK + words[p + 4]];
      sum += values[at + 2 * BLOCK + words[p + 8]];
      sum += values[at + 3 * BLOCK + words[p + 12]];
      sum += values[at + 4 * BLOCK + words[p + 16]];
      for (int t = FilterTables.GROUP; t < exact.count(); t++) {
        sum += values[exact.at(t, block) + filters[i] + words[p + t * FilterTables.WORD]];
      }
      int filter = block * BLOCK + filters[i];
      best[filter] = Math.max(best[filter], rank(sum, p));
    }
  }

  /** Greater for a greater sum, and of equal sums for the first. */
  private static long rank(float sum, int position) {
    int bits = Float.floatToRawIntBits(sum);
    int ordered = bits ^ (bits >> 31 & Integer.MAX_VALUE); // as integers: no sum is NaN or -0
    return (long) ordered << 32 | Integer.MAX_VALUE - position;
  }

  private void tell(float[] maxima, int[] positions) {
    for (int filter = 0; filter < exact.filters(); filter++) {
      int ordered = (int) (best[filter] >> 32);
      maxima[filter] = Float.intBitsToFloat(ordered ^ (ordered >> 31 & Integer.MAX_VALUE));
      positions[filter] = Integer.MAX_VALUE - (int) best[filter];
    }
  }
}
