package org.motifworks.core.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motifworks.core.architecture.Activation;

/** A coarse look first gives the bits and the places of plain loops over all positions. */
class CoarseScanTest {

  enum Letters {
    RANDOM,
    WITH_N,
    ONE_LETTER,
    REPEAT_OF_SEVEN,
    ALL_N
  }

  enum Weights {
    UNIFORM,
    FEW_VALUES,
    ONE_DEAD,
    ONE_NEARLY_DEAD,
    HUGE,
    TINY
  }

  @Property(tries = 600)
  void maxima_areThoseOfThePlainScan(
      @ForAll @IntRange(min = 1, max = 70) int filters,
      @ForAll @IntRange(min = 1, max = 45) int width,
      @ForAll @IntRange(min = 1, max = 600) int length,
      @ForAll Letters letters,
      @ForAll Weights kind,
      @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    FilterTables tables = tables(filters, width, kind, random);
    byte[] tokens = tokens(length, letters, random);
    FilterScanner plain =
        new FilterScanner(tables, Activation.EXPONENTIAL, new PlainKernel(), null);
    FilterScanner sums = new FilterScanner(tables, Activation.RELU, new PlainKernel(), null);
    compare(plain, new FilterScanner(tables, Activation.EXPONENTIAL), tokens, filters);
    compare(sums, new FilterScanner(tables, Activation.RELU), tokens, filters);
  }

  @Test
  void randomSequence_isDecidedByTheCoarseLook() {
    SplittableRandom random = new SplittableRandom(5);
    FilterTables tables = tables(30, 19, Weights.UNIFORM, random);
    CoarseScan scan = CoarseScan.of(tables).orElseThrow();
    for (int i = 0; i < 50; i++) assertThat(decides(scan, tables, Letters.WITH_N, random)).isTrue();
  }

  @Test
  void homopolymer_isLeftToTheExactScan() {
    SplittableRandom random = new SplittableRandom(5);
    FilterTables tables = tables(30, 19, Weights.UNIFORM, random);
    CoarseScan scan = CoarseScan.of(tables).orElseThrow();
    assertThat(decides(scan, tables, Letters.ONE_LETTER, random)).isFalse();
  }

  @Test
  void filtersWithoutWeights_areLookedAtEverywhere_fewOfThem() {
    SplittableRandom random = new SplittableRandom(5);
    CoarseTables one = CoarseTables.of(tables(30, 19, Weights.ONE_DEAD, random)).orElseThrow();
    assertThat(one.unscreened()).containsExactly(0);
    FilterTables dead = FilterTables.of(new float[4 * 4 * 19], new float[4], 19, 9);
    assertThat(CoarseTables.of(dead)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.MAX_VALUE})
  void weightsThatSumUpToNoNumber_areNotLookedAtCoarsely(float weight) {
    float[] weights = new float[30 * 4 * 19];
    Arrays.fill(weights, 0.5f);
    weights[77] = weight;
    weights[78] = weight;
    assertThat(CoarseTables.of(FilterTables.of(weights, new float[30], 19, 9))).isEmpty();
  }

  private static boolean decides(
      CoarseScan scan, FilterTables tables, Letters kind, SplittableRandom random) {
    int length = 200;
    byte[] letters = new byte[scan.letters(length)];
    Arrays.fill(letters, (byte) 4);
    System.arraycopy(tokens(length, kind, random), 0, letters, tables.leftPad(), length);
    int[] words = new int[length + FilterTables.GROUP * FilterTables.WORD];
    assertThat(scan.read(letters, length, words)).isTrue();
    return scan.maxima(words, length, new float[30], new int[30]);
  }

  private static void compare(FilterScanner slow, FilterScanner fast, byte[] tokens, int filters) {
    float[] wanted = new float[filters];
    float[] found = new float[filters];
    int[] wantedPlaces = new int[filters];
    int[] foundPlaces = new int[filters];
    slow.maxima(tokens, 0, tokens.length, wanted, wantedPlaces);
    for (int again = 0; again < 2; again++) { // nothing is left of the sequence before
      fast.maxima(tokens, 0, tokens.length, found, foundPlaces);
      assertThat(found).isEqualTo(wanted);
      assertThat(foundPlaces).isEqualTo(wantedPlaces);
    }
  }

  private static FilterTables tables(
      int filters, int width, Weights kind, SplittableRandom random) {
    float[] weights = new float[filters * 4 * width];
    float[] bias = new float[filters];
    for (int i = 0; i < weights.length; i++) weights[i] = weight(kind, random);
    for (int i = 0; i < filters; i++) bias[i] = weight(kind, random);
    if (kind == Weights.ONE_DEAD) Arrays.fill(weights, 0, 4 * width, 0f);
    if (kind == Weights.ONE_NEARLY_DEAD) {
      for (int i = 0; i < 4 * width; i++) weights[i] *= 1e-7f;
      bias[0] = 1;
    }
    return FilterTables.of(weights, bias, width, (width - 1) / 2);
  }

  private static float weight(Weights kind, SplittableRandom random) {
    float uniform = (float) (random.nextDouble() - 0.5);
    return switch (kind) {
      case FEW_VALUES -> random.nextInt(3) - 1;
      case HUGE -> uniform * 1e36f;
      case TINY -> uniform * 1e-43f;
      default -> uniform;
    };
  }

  private static byte[] tokens(int length, Letters kind, SplittableRandom random) {
    byte[] tokens = new byte[length];
    for (int i = 0; i < length; i++) {
      tokens[i] =
          switch (kind) {
            case RANDOM -> (byte) random.nextInt(4);
            case WITH_N -> (byte) (random.nextInt(20) == 0 ? 4 : random.nextInt(4));
            case ONE_LETTER -> 2;
            case REPEAT_OF_SEVEN -> i < 7 ? (byte) random.nextInt(5) : tokens[i - 7];
            case ALL_N -> 4;
          };
    }
    return tokens;
  }
}
