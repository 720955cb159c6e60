package org.motifworks.worker.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motifworks.core.architecture.PoolSpec;
import org.motifworks.worker.patch.FilterMatrix;
import org.motifworks.worker.patch.PatchNorm;

/** Mean and variance of random filters' maps, from moments and from the maps themselves. */
class LetterMomentsTest {

  private static final long SEED = 7;
  private static final int COUNT = 5;
  private static final int FILTERS = 3;

  @ParameterizedTest
  @CsvSource({"200,19,1", "64,8,1", "130,7,3", "65,1,1", "9,19,1", "3,5,2"})
  void meanAndVariance_areTheMaps(int length, int width, int dilation) {
    SplittableRandom random = new SplittableRandom(SEED);
    byte[] tokens = new byte[COUNT * length];
    for (int i = 0; i < tokens.length; i++) {
      tokens[i] = (byte) random.nextInt(5);
    }
    float[] weights = new float[FILTERS * 4 * width];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) random.nextDouble(-1, 1);
    }
    LayerGeometry geometry = new LayerGeometry(length, FILTERS, width, dilation, PoolSpec.of(1));
    FilterMatrix filters = new FilterMatrix(FILTERS, 4, 4, width);
    filters.load(weights);
    PatchNorm norm = new PatchNorm(filters, new LetterMoments(geometry).of(tokens, COUNT));
    for (int f = 0; f < FILTERS; f++) {
      double sum = 0;
      double squares = 0;
      for (int i = 0; i < COUNT * length; i++) {
        double value = 0;
        for (int k = 0; k < width; k++) {
          int at = i % length + k * dilation - geometry.leftPadding();
          int token = at < 0 || at >= length ? 4 : tokens[i / length * length + at];
          value += token == 4 ? 0 : weights[(f * 4 + token) * width + k];
        }
        sum += value;
        squares += value * value;
      }
      double mean = sum / COUNT / length;
      assertThat(norm.count()).isEqualTo(COUNT * length);
      assertThat(norm.mean(f)).isCloseTo(mean, within(1e-9));
      assertThat(norm.variance(f))
          .isCloseTo(squares / COUNT / length - mean * mean, within(1e-6 * squares));
    }
  }
}
