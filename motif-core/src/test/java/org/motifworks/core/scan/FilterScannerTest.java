package org.motifworks.core.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.motifworks.core.architecture.Activation;
import org.motifworks.core.architecture.SamePadding;

/** The look-ups against plain loops in double over one-hot letters. */
class FilterScannerTest {

  /** A random bank and sequence, N among its letters, with the slow feature map. */
  private static final class Case {
    final float[] weights;
    final float[] bias;
    final byte[] tokens;
    final int filters;
    final int width;
    final int left;
    final Activation activation;

    Case(int filters, int width, int length, Activation activation, long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      this.filters = filters;
      this.width = width;
      this.left = (width - 1) / 2;
      this.activation = activation;
      weights = new float[filters * 4 * width];
      bias = new float[filters];
      tokens = new byte[length];
      for (int i = 0; i < weights.length; i++) weights[i] = (float) (random.nextDouble() - 0.5);
      for (int i = 0; i < filters; i++) bias[i] = (float) (random.nextDouble() - 0.5);
      for (int i = 0; i < length; i++) tokens[i] = (byte) random.nextInt(5);
    }

    FilterTables tables() {
      return FilterTables.of(weights, bias, width, left);
    }

    FilterScanner scanner() {
      return new FilterScanner(tables(), activation);
    }

    double slow(int filter, int position) {
      double sum = bias[filter];
      for (int k = 0; k < width; k++) {
        int at = position - left + k;
        if (at < 0 || at >= tokens.length || tokens[at] == 4) continue;
        sum += weights[(filter * 4 + tokens[at]) * width + k];
      }
      if (activation == Activation.EXPONENTIAL) return Math.exp(sum);
      return activation == Activation.RELU ? Math.max(0, sum) : Math.log(1 + Math.exp(sum));
    }
  }

  @Property(tries = 200)
  void activations_equalTheSlowScan(
      @ForAll @IntRange(min = 1, max = 40) int filters,
      @ForAll @IntRange(min = 1, max = 40) int width,
      @ForAll @IntRange(min = 1, max = 60) int length,
      @ForAll Activation activation,
      @ForAll long seed) {
    Case one = new Case(filters, width, length, activation, seed);
    float[] map = new float[filters * length];
    one.scanner().activations(one.tokens, 0, length, map, 0);
    for (int f = 0; f < filters; f++) {
      for (int p = 0; p < length; p++) close(map[f * length + p], one.slow(f, p));
    }
  }

  @Property(tries = 200)
  void maxima_areTheLargestActivation_whereItLies(
      @ForAll @IntRange(min = 1, max = 33) int filters,
      @ForAll @IntRange(min = 1, max = 40) int width,
      @ForAll @IntRange(min = 1, max = 60) int length,
      @ForAll Activation activation,
      @ForAll long seed) {
    Case one = new Case(filters, width, length, activation, seed);
    float[] maxima = new float[filters];
    int[] positions = new int[filters];
    one.scanner().maxima(one.tokens, 0, length, maxima, positions);
    for (int f = 0; f < filters; f++) {
      double largest = 0;
      for (int p = 0; p < length; p++) largest = Math.max(largest, one.slow(f, p));
      close(maxima[f], largest);
      close(maxima[f], one.slow(f, positions[f]));
    }
  }

  @Property(tries = 200)
  void pooled_isTheMaximumOfEachWindow(
      @ForAll @IntRange(min = 1, max = 30) int size,
      @ForAll @IntRange(min = 1, max = 30) int stride,
      @ForAll @IntRange(min = 1, max = 60) int length,
      @ForAll Activation activation,
      @ForAll long seed) {
    Case one = new Case(5, 7, length, activation, seed);
    int step = Math.min(size, stride);
    SamePadding padding = SamePadding.of(length, size, step);
    float[] map = new float[2 + 5 * padding.outputLength()];
    one.scanner().pooled(one.tokens, 0, length, size, step, map, 2);
    for (int f = 0; f < 5; f++) {
      for (int w = 0; w < padding.outputLength(); w++) {
        double largest = 0;
        for (int k = 0; k < size; k++) {
          int at = w * step - padding.left() + k;
          if (at >= 0 && at < length) largest = Math.max(largest, one.slow(f, at));
        }
        close(map[2 + f * padding.outputLength() + w], largest);
      }
    }
  }

  @Property(tries = 100)
  void above_tellsExactlyThePositionsOverTheThreshold(
      @ForAll @IntRange(min = 1, max = 40) int width, @ForAll long seed) {
    Case one = new Case(9, width, 50, Activation.RELU, seed);
    float[] map = new float[9 * 50];
    one.scanner().activations(one.tokens, 0, 50, map, 0);
    float[] thresholds = new float[9];
    for (int f = 0; f < 9; f++) thresholds[f] = map[f * 50 + 17]; // one lies on it: not over
    List<String> expected = new ArrayList<>();
    for (int p = 0; p < 50; p++) {
      for (int f = 0; f < 9; f++) {
        float value = map[f * 50 + p];
        if (value > thresholds[f]) expected.add(f + " " + p + " " + value);
      }
    }
    List<String> found = new ArrayList<>();
    one.scanner()
        .above(
            one.tokens, 0, 50, thresholds, (f, p, value) -> found.add(f + " " + p + " " + value));
    assertThat(found).isEqualTo(expected);
  }

  /** A window's mirror image begins at {@code length - start - width}. */
  @Property(tries = 100)
  void reverseComplement_readsEachWindowFromTheOtherStrand(
      @ForAll @IntRange(min = 1, max = 40) int width, @ForAll long seed) {
    int length = 60;
    Case one = new Case(6, width, length, Activation.SOFTPLUS, seed);
    float[] turnedFilters = new float[6 * length];
    new FilterScanner(one.tables().reverseComplement(), one.activation)
        .activations(one.tokens, 0, length, turnedFilters, 0);
    byte[] turned = new byte[length];
    for (int i = 0; i < length; i++) {
      byte token = one.tokens[length - 1 - i];
      turned[i] = (byte) (token == 4 ? 4 : 3 - token);
    }
    float[] turnedSequence = new float[6 * length];
    one.scanner().activations(turned, 0, length, turnedSequence, 0);
    for (int p = 0; p < length; p++) {
      int mirrored = length - (p - one.left) - width + one.left;
      if (mirrored < 0 || mirrored >= length) continue;
      for (int f = 0; f < 6; f++) {
        close(turnedFilters[f * length + p], turnedSequence[f * length + mirrored]);
      }
    }
  }

  @Test
  void sequence_isReadFromTheMiddleOfABatch_withoutItsNeighbours() {
    Case one = new Case(4, 19, 30, Activation.RELU, 3);
    byte[] batch = new byte[90];
    System.arraycopy(one.tokens, 0, batch, 30, 30);
    float[] alone = new float[4 * 30];
    float[] among = new float[4 * 30];
    one.scanner().activations(one.tokens, 0, 30, alone, 0);
    one.scanner().activations(batch, 30, 30, among, 0);
    assertThat(among).isEqualTo(alone);
  }

  @Test
  void tokenThatIsNone_isRefused_andSaysWhere() {
    FilterScanner scanner = new Case(1, 5, 4, Activation.RELU, 1).scanner();
    byte[] tokens = {0, 1, 7, 2};
    assertThatThrownBy(() -> scanner.maxima(tokens, 0, 4, new float[1], new int[1]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("token 7 at 2, not 0 to 4");
  }

  private static void close(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(1e-5 * Math.max(1, Math.abs(expected))));
  }
}
