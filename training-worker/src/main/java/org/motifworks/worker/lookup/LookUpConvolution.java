package org.motifworks.worker.lookup;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A convolution over tokens, forward and backward, as table look-ups. For every word of four
 * letters a table row says what each filter gains by it, so that a filter of width w is the sum of
 * ⌈w / 4⌉ rows in place of 4 w products. N, and what lies beyond a sequence's ends, is a fifth
 * letter that gains nothing. The gradient goes the same way back: it is added to the row of each
 * word, and once a batch handed down from the words to their letters.
 *
 * <p>Maps are {@code [positions, filters]}. Holds the working memory of one thread: {@link #read} a
 * sequence, then scan it or add its gradient.
 */
final class LookUpConvolution {

  /** 8 floats, which a row of filters is a multiple of. */
  static final VectorSpecies<Float> LANES = FloatVector.SPECIES_256;

  private static final int LETTERS = 5;
  private static final int PAIRS = LETTERS * LETTERS;
  private static final int WORD = LayerGeometry.WORD;
  private static final int WORDS = LayerGeometry.WORDS;

  private final LayerGeometry geometry;
  private final int filters;
  private final int positions; // as many as letters
  private final int tables;
  private final float[] gains; // [tables, words, filters]
  private final float[] gradients; // of gains
  private final float[] pairs; // [2 * tables, pairs, filters]: both of them, half way
  private final byte[] letters; // of the sequence and what is taken to lie beyond its ends
  private final int[] rows; // of the word that begins at each letter

  LookUpConvolution(LayerGeometry geometry) {
    this.geometry = geometry;
    filters = geometry.filters();
    positions = geometry.length();
    tables = geometry.tables();
    gains = new float[tables * WORDS * filters];
    gradients = new float[gains.length];
    pairs = new float[2 * tables * PAIRS * filters];
    int scanned = positions - 1 + tables * WORD * geometry.dilation();
    letters = new byte[Math.max(scanned, geometry.leftPadding() + geometry.length())];
    rows = new int[scanned - (WORD - 1) * geometry.dilation()];
  }

  /** Takes weights {@code [filters, 4, width]}, the channels being A C G T. */
  void load(float[] weights) {
    Arrays.fill(pairs, 0);
    int width = geometry.width();
    for (int column = 0; column < width; column++) {
      for (int pair = 0; pair < PAIRS; pair++) {
        int letter = letter(column, pair);
        for (int f = 0; letter < 4 && f < filters; f++) {
          pairs[pairRow(column, pair) + f] += weights[(f * 4 + letter) * width + column];
        }
      }
    }
    for (int row = 0; row < tables * WORDS; row++) {
      int first = firstPair(row);
      int second = secondPair(row);
      for (int f = 0; f < filters; f++) {
        gains[row * filters + f] = pairs[first + f] + pairs[second + f];
      }
    }
  }

  /** The gradient of the weights, {@code [filters, width, 4]}, of all maps since it was taken. */
  float[] takeGradient() {
    Arrays.fill(pairs, 0);
    for (int row = 0; row < tables * WORDS; row++) {
      int first = firstPair(row);
      int second = secondPair(row);
      for (int f = 0; f < filters; f++) {
        pairs[first + f] += gradients[row * filters + f];
        pairs[second + f] += gradients[row * filters + f];
      }
    }
    Arrays.fill(gradients, 0);
    int width = geometry.width();
    float[] gradient = new float[filters * 4 * width];
    for (int column = 0; column < width; column++) {
      for (int pair = 0; pair < PAIRS; pair++) {
        int letter = letter(column, pair);
        for (int f = 0; letter < 4 && f < filters; f++) {
          gradient[(f * width + column) * 4 + letter] += pairs[pairRow(column, pair) + f];
        }
      }
    }
    return gradient;
  }

  /** The letter of a pair that stands at a filter's column; the first is the higher digit. */
  private static int letter(int column, int pair) {
    return column % 2 == 0 ? pair / LETTERS : pair % LETTERS;
  }

  private int pairRow(int column, int pair) {
    return (column / 2 * PAIRS + pair) * filters;
  }

  /** Where the first two letters of a word have their row in {@link #pairs}. */
  private int firstPair(int row) {
    return (row / WORDS * 2 * PAIRS + row % WORDS / PAIRS) * filters;
  }

  private int secondPair(int row) {
    return ((row / WORDS * 2 + 1) * PAIRS + row % PAIRS) * filters;
  }

  /** Makes the sequence that starts at {@code tokens[from]} the one that is worked on. */
  void read(byte[] tokens, int from) {
    Arrays.fill(letters, (byte) (LETTERS - 1));
    System.arraycopy(tokens, from, letters, geometry.leftPadding(), geometry.length());
    int step = geometry.dilation();
    for (int i = 0; i < rows.length; i++) {
      int first = letters[i] * LETTERS + letters[i + step];
      int second = letters[i + 2 * step] * LETTERS + letters[i + 3 * step];
      rows[i] = (first * PAIRS + second) * filters;
    }
  }

  /** Writes the map of the sequence, two vectors of filters at a time where there are two. */
  void scan(float[] map) {
    int lane = 0;
    for (; lane + 2 * LANES.length() <= filters; lane += 2 * LANES.length()) {
      scanTwo(map, lane);
    }
    if (lane < filters) {
      scanOne(map, lane);
    }
  }

  private void scanTwo(float[] map, int lane) {
    int next = WORD * geometry.dilation();
    int half = LANES.length();
    for (int p = 0; p < positions; p++) {
      int row = rows[p] + lane;
      FloatVector low = FloatVector.fromArray(LANES, gains, row);
      FloatVector high = FloatVector.fromArray(LANES, gains, row + half);
      for (int t = 1; t < tables; t++) {
        row = rows[p + t * next] + t * WORDS * filters + lane;
        low = low.add(FloatVector.fromArray(LANES, gains, row));
        high = high.add(FloatVector.fromArray(LANES, gains, row + half));
      }
      low.intoArray(map, p * filters + lane);
      high.intoArray(map, p * filters + lane + half);
    }
  }

  private void scanOne(float[] map, int lane) {
    int next = WORD * geometry.dilation();
    for (int p = 0; p < positions; p++) {
      FloatVector sum = FloatVector.fromArray(LANES, gains, rows[p] + lane);
      for (int t = 1; t < tables; t++) {
        int row = rows[p + t * next] + t * WORDS * filters + lane;
        sum = sum.add(FloatVector.fromArray(LANES, gains, row));
      }
      sum.intoArray(map, p * filters + lane);
    }
  }

  /** Adds the gradient of the sequence's map. */
  void addGradient(float[] gradient) {
    int next = WORD * geometry.dilation();
    for (int lane = 0; lane < filters; lane += LANES.length()) {
      for (int p = 0; p < positions; p++) {
        FloatVector part = FloatVector.fromArray(LANES, gradient, p * filters + lane);
        for (int t = 0; t < tables; t++) {
          int row = rows[p + t * next] + t * WORDS * filters + lane;
          FloatVector.fromArray(LANES, gradients, row).add(part).intoArray(gradients, row);
        }
      }
    }
  }
}
