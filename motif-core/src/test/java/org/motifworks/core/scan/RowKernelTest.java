package org.motifworks.core.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.motifworks.core.architecture.Activation;

/** The loops of the vector module give the bits of the plain ones. */
class RowKernelTest {
  private static final RowKernel PLAIN = new PlainKernel();
  private static final RowKernel FASTEST = RowKernel.fastest();

  @Test
  void fastest_whereTheModuleIs_usesIt() {
    assertThat(FASTEST.getClass().getSimpleName()).isEqualTo("VectorKernel");
  }

  @Property(tries = 100)
  void bothKernels_giveTheSameBits(
      @ForAll @IntRange(min = 1, max = 70) int filters,
      @ForAll @IntRange(min = 1, max = 25) int width,
      @ForAll @IntRange(min = 1, max = 600) int length,
      @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] weights = new float[filters * 4 * width];
    for (int i = 0; i < weights.length; i++) weights[i] = (float) (random.nextDouble() - 0.5);
    byte[] tokens = new byte[length];
    for (int i = 0; i < length; i++) tokens[i] = (byte) random.nextInt(seed % 2 == 0 ? 5 : 1);
    FilterTables tables = FilterTables.of(weights, new float[filters], width, (width - 1) / 2);
    float[][] found = new float[2][];
    int[][] places = new int[2][];
    float[][] gradients = new float[2][4 * length];
    for (int i = 0; i < 2; i++) {
      RowKernel kernel = i == 0 ? PLAIN : FASTEST;
      FilterScanner scanner = new FilterScanner(tables, Activation.EXPONENTIAL, kernel, null);
      int windows = (length + 2) / 3;
      found[i] = new float[filters * (windows + 1)];
      places[i] = new int[filters * windows];
      scanner.pooled(tokens, 0, length, 7, 3, found[i], places[i], 0);
      float[] maxima = new float[filters];
      scanner.maxima(tokens, 0, length, maxima, new int[filters]);
      System.arraycopy(maxima, 0, found[i], filters * windows, filters);
      TransposedConvolution gradient = TransposedConvolution.of(tables, kernel);
      gradient.begin(length);
      for (int cell = 0; cell < places[i].length; cell++) {
        gradient.add(cell / windows, places[i][cell], found[i][cell]);
      }
      gradient.write(gradients[i], 0);
    }
    assertThat(found[1]).isEqualTo(found[0]);
    assertThat(places[1]).isEqualTo(places[0]);
    assertThat(gradients[1]).isEqualTo(gradients[0]);
  }
}
