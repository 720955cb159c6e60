package org.motifworks.core.genome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinLabelsTest {

  private static final long SEED = 20261101;

  @TempDir Path folder;

  @Test
  void everyBin_hasTheLabelsThatWereAdded_acrossSegmentsAndBothWays() throws IOException {
    int bins = 150_003; // over two segments, and no multiple of 8
    SplittableRandom random = new SplittableRandom(SEED);
    BitSet[] classes = new BitSet[11];
    try (BinLabels labels = new BinLabels(folder.resolve("labels"), bins)) {
      for (int i = 0; i < classes.length; i++) {
        classes[i] = new BitSet();
        for (int k = 0; k < 5_000; k++) classes[i].set(random.nextInt(bins));
        labels.add(classes[i]);
      }
      byte[] row = new byte[classes.length];
      for (int step = 0; step < 2 * bins; step++) {
        int bin = step < bins ? step : random.nextInt(bins);
        boolean any = labels.read(bin, row);
        boolean expected = false;
        for (int i = 0; i < classes.length; i++) {
          if ((row[i] == 1) != classes[i].get(bin)) throw new AssertionError(bin + ", class " + i);
          expected |= classes[i].get(bin);
        }
        if (any != expected) throw new AssertionError("any of bin " + bin);
        if (step >= bins && step > bins + 2_000) break;
      }
      assertThatThrownBy(() -> labels.read(bins, row))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThat(labels.classes()).isEqualTo(11);
    }
  }
}
