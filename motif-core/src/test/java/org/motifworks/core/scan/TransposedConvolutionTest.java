package org.motifworks.core.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TransposedConvolutionTest {
  private static final int FILTERS = 3;

  /** By the definition: input i of a channel feeds position p with weight i - p + leftPad. */
  @Property(tries = 100)
  void gradient_isThatOfTheDefinition(
      @ForAll @IntRange(min = 1, max = 40) int channels,
      @ForAll @IntRange(min = 1, max = 21) int width,
      @ForAll @IntRange(min = 1, max = 60) int length,
      @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] weights = floats(FILTERS * channels * width, random);
    float[] map = floats(FILTERS * length, random);
    int leftPad = random.nextInt(width);
    var back = new TransposedConvolution(weights, FILTERS, channels, width, leftPad);
    back.begin(length);
    for (int cell = 0; cell < map.length; cell++) back.add(cell / length, cell % length, map[cell]);
    float[] found = new float[channels * length];
    back.write(found, 0);

    for (int channel = 0; channel < channels; channel++) {
      for (int i = 0; i < length; i++) {
        double wanted = 0;
        for (int cell = 0; cell < map.length; cell++) {
          int k = i - cell % length + leftPad;
          if (k < 0 || k >= width) continue;
          wanted += map[cell] * weights[(cell / length * channels + channel) * width + k];
        }
        assertThat((double) found[channel * length + i]).isCloseTo(wanted, within(1e-4));
        assertThat(back.sums()[back.first() + i * back.step() + channel])
            .isEqualTo(found[channel * length + i]);
      }
    }
  }

  private static float[] floats(int count, SplittableRandom random) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) values[i] = (float) (random.nextDouble() - 0.5);
    return values;
  }
}
