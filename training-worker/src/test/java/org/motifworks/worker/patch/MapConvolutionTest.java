package org.motifworks.worker.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motifworks.core.architecture.PoolSpec;
import org.motifworks.core.architecture.SamePadding;

/** Everything a convolution gives, against loops over its whole feature map in double precision. */
class MapConvolutionTest {

  private static final long SEED = 11;
  private static final int COUNT = 3;
  private static final int CHANNELS = 16;
  private static final int FILTERS = 32;

  @ParameterizedTest
  @CsvSource({"20,5,5", "20,4,20", "7,5,7", "2,5,2", "1,3,1", "9,1,3", "230,2,40"})
  void everything_isTheWholeMaps(int length, int width, int pool) {
    Slow slow = new Slow(length, width, pool);
    MapConvolution convolution = slow.filled();
    convolution.scan(slow.weights, COUNT);
    assertClose(convolution.maxima(), slow.maxima, slow.maxima.length);

    PatchNorm norm = new PatchNorm(convolution.filters(), convolution.moments());
    for (int f = 0; f < FILTERS; f++) {
      assertThat(norm.mean(f)).isCloseTo(slow.mean(f), within(1e-5));
      assertThat(norm.variance(f)).isCloseTo(slow.variance(f), within(1e-4));
    }

    float[] gradient = convolution.weightGradient(slow.atMaxima);
    norm.addGradient(slow.own, slow.all, gradient);
    double[] wanted = slow.weightGradient();
    assertClose(convolution.filters().weightLayout(gradient), wanted, wanted.length);

    double[] input = slow.inputGradient();
    PaddedMaps back = convolution.inputGradient(slow.atMaxima, slow.own, slow.all);
    for (int i = 0; i < COUNT * length * CHANNELS; i++) {
      int at = back.at(i / CHANNELS / length, i / CHANNELS % length) + i % CHANNELS;
      assertThat((double) back.values()[at])
          .as("input %d", i)
          .isCloseTo(input[i], within(1e-4 * slow.scale));
    }
  }

  private static void assertClose(float[] found, double[] wanted, int count) {
    double largest = 0;
    for (double value : wanted) {
      largest = Math.max(largest, Math.abs(value));
    }
    assertThat(largest).isPositive();
    for (int i = 0; i < count; i++) {
      assertThat((double) found[i]).as("%d", i).isCloseTo(wanted[i], within(1e-5 * largest));
    }
  }

  /** The same by the definition. */
  private static final class Slow {
    private final int length;
    private final int width;
    private final int left;
    private final BlockGeometry geometry;
    private final float[] input; // [COUNT, length, CHANNELS]
    private final float[] weights; // [FILTERS, CHANNELS, width]
    private final double[] map; // [COUNT, length, FILTERS]
    private final double[] gradient; // of the map
    private final double[] maxima;
    private final float[] atMaxima;
    private final float[] own = new float[FILTERS];
    private final float[] all = new float[FILTERS];
    private double[] back;
    private double scale;

    Slow(int length, int width, int pool) {
      this.length = length;
      this.width = width;
      geometry = new BlockGeometry(length, CHANNELS, FILTERS, width, PoolSpec.of(pool));
      left = SamePadding.of(length, width, 1).left();
      SplittableRandom random = new SplittableRandom(SEED);
      input = drawn(random, COUNT * length * CHANNELS);
      weights = drawn(random, FILTERS * CHANNELS * width);
      map = new double[COUNT * length * FILTERS];
      each(
          (at, f, from, weight) -> map[at * FILTERS + f] += (double) input[from] * weights[weight]);
      gradient = new double[map.length];
      int windows = geometry.windows();
      maxima = new double[COUNT * windows * FILTERS];
      atMaxima = drawn(random, maxima.length);
      for (int f = 0; f < FILTERS; f++) {
        own[f] = (float) random.nextDouble(-0.1, 0.1);
        all[f] = (float) random.nextDouble(-0.1, 0.1);
      }
      for (int i = 0; i < map.length; i++) {
        gradient[i] = own[i % FILTERS] * map[i] + all[i % FILTERS];
      }
      for (int i = 0; i < maxima.length; i++) {
        int window = i / FILTERS % windows;
        int sequence = i / FILTERS / windows * length;
        int first =
            sequence + Math.max(0, window * pool - SamePadding.of(length, pool, pool).left());
        int end = sequence + (window + 1) * pool - SamePadding.of(length, pool, pool).left();
        int best = first;
        for (int at = first; at < Math.min(end, sequence + length); at++) {
          best = map[at * FILTERS + i % FILTERS] > map[best * FILTERS + i % FILTERS] ? at : best;
        }
        maxima[i] = map[best * FILTERS + i % FILTERS];
        gradient[best * FILTERS + i % FILTERS] += atMaxima[i];
      }
    }

    private static float[] drawn(SplittableRandom random, int count) {
      float[] values = new float[count];
      for (int i = 0; i < count; i++) {
        values[i] = (float) random.nextDouble(-0.5, 1);
      }
      return values;
    }

    private interface Product {
      void of(int position, int filter, int input, int weight);
    }

    /** Every product of an input and a weight. */
    private void each(Product product) {
      for (int at = 0; at < COUNT * length; at++) {
        for (int k = 0; k < width; k++) {
          int from = at % length + k - left;
          for (int f = 0; from >= 0 && from < length && f < FILTERS; f++) {
            for (int c = 0; c < CHANNELS; c++) {
              int in = (at / length * length + from) * CHANNELS + c;
              product.of(at, f, in, (f * CHANNELS + c) * width + k);
            }
          }
        }
      }
    }

    MapConvolution filled() {
      MapConvolution convolution = new MapConvolution(geometry, CHANNELS);
      convolution.maps().reserve(COUNT);
      for (int i = 0; i < COUNT * length; i++) {
        int to = convolution.maps().at(i / length, i % length);
        System.arraycopy(input, i * CHANNELS, convolution.maps().values(), to, CHANNELS);
      }
      return convolution;
    }

    double mean(int filter) {
      double sum = 0;
      for (int at = filter; at < map.length; at += FILTERS) {
        sum += map[at];
      }
      return sum / COUNT / length;
    }

    double variance(int filter) {
      double sum = 0;
      for (int at = filter; at < map.length; at += FILTERS) {
        sum += Math.pow(map[at] - mean(filter), 2);
      }
      return sum / COUNT / length;
    }

    double[] weightGradient() {
      double[] sums = new double[weights.length];
      each((at, f, from, weight) -> sums[weight] += gradient[at * FILTERS + f] * input[from]);
      return sums;
    }

    double[] inputGradient() {
      if (back == null) {
        back = new double[input.length];
        each((at, f, from, w) -> back[from] += gradient[at * FILTERS + f] * weights[w]);
        for (double value : back) {
          scale = Math.max(scale, Math.abs(value));
        }
      }
      return back;
    }
  }
}
