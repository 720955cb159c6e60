package org.motifworks.worker.lookup;

import java.util.Arrays;
import org.motifworks.worker.patch.PatchMoments;

/**
 * The moments of a first layer's patches: how often a letter stands under a filter's column, and
 * two letters under two columns. Pairs are counted once for each distance, with a bit a position;
 * pairs that a column cannot see, for a window's other end would lie too far out, are taken off
 * again.
 */
final class LetterMoments {

  private static final int LETTERS = 4; // N and what lies beyond the ends count nowhere

  private final LayerGeometry geometry;
  private final int width;
  private final int depth;
  private final long[][] bits; // of each letter: the positions it stands at
  private final long[] shifted;
  private final int[][] lags; // [width][letter, letter]
  private final int[] unseen; // [depth, depth], from the first column to the second

  LetterMoments(LayerGeometry geometry) {
    this.geometry = geometry;
    width = geometry.width();
    depth = width * LETTERS;
    int words = (geometry.length() + Long.SIZE - 1) / Long.SIZE;
    bits = new long[LETTERS][words];
    shifted = new long[words];
    lags = new int[width][LETTERS * LETTERS];
    unseen = new int[depth * depth];
  }

  /** Moments of a batch {@code [count, length]}, A C G T N = 0..4. */
  PatchMoments of(byte[] tokens, int count) {
    for (int[] lag : lags) {
      Arrays.fill(lag, 0);
    }
    Arrays.fill(unseen, 0);
    for (int i = 0; i < count; i++) {
      countPairs(tokens, i * geometry.length());
      countUnseen(tokens, i * geometry.length());
    }
    double[] sums = new double[depth];
    double[] products = new double[depth * depth];
    for (int first = 0; first < depth; first++) {
      for (int second = first / LETTERS * LETTERS; second < depth; second++) {
        int[] lag = lags[(second - first / LETTERS * LETTERS) / LETTERS];
        int pairs = lag[first % LETTERS * LETTERS + second % LETTERS];
        double seen = pairs - unseen[first * depth + second];
        products[first * depth + second] = seen;
        products[second * depth + first] = seen;
      }
      sums[first] = products[first * depth + first];
    }
    return new PatchMoments((long) count * geometry.length(), sums, products);
  }

  private void countPairs(byte[] tokens, int from) {
    for (long[] letter : bits) {
      Arrays.fill(letter, 0);
    }
    for (int i = 0; i < geometry.length(); i++) {
      if (tokens[from + i] < LETTERS) {
        bits[tokens[from + i]][i / Long.SIZE] |= 1L << i;
      }
    }
    for (int lag = 0; lag < width; lag++) {
      for (int second = 0; second < LETTERS; second++) {
        shift(bits[second], lag * geometry.dilation());
        for (int first = 0; first < LETTERS; first++) {
          int pairs = 0;
          for (int word = 0; word < shifted.length; word++) {
            pairs += Long.bitCount(bits[first][word] & shifted[word]);
          }
          lags[lag][first * LETTERS + second] += pairs;
        }
      }
    }
  }

  /** Brings the bit of a position to the position so far before it. */
  private void shift(long[] positions, int distance) {
    int words = distance / Long.SIZE;
    int rest = distance % Long.SIZE;
    for (int i = 0; i < shifted.length; i++) {
      long low = i + words < shifted.length ? positions[i + words] >>> rest : 0;
      boolean more = rest > 0 && i + words + 1 < shifted.length;
      shifted[i] = more ? low | positions[i + words + 1] << (Long.SIZE - rest) : low;
    }
  }

  /** Counts pairs whose first letter never comes to lie under a column. */
  private void countUnseen(byte[] tokens, int from) {
    int length = geometry.length();
    for (int column = 0; column < width; column++) {
      int firstSeen = column * geometry.dilation() - geometry.leftPadding();
      for (int i = 0; i < Math.min(length, firstSeen); i++) {
        countUnseen(tokens, from, i, column);
      }
      for (int i = Math.max(0, length + firstSeen); i < length; i++) {
        countUnseen(tokens, from, i, column);
      }
    }
  }

  private void countUnseen(byte[] tokens, int from, int position, int column) {
    int letter = tokens[from + position];
    if (letter >= LETTERS) {
      return;
    }
    int row = (column * LETTERS + letter) * depth;
    int other = position;
    for (int c = column; c < width && other < geometry.length(); c++) {
      if (tokens[from + other] < LETTERS) {
        unseen[row + c * LETTERS + tokens[from + other]]++;
      }
      other += geometry.dilation();
    }
  }
}
