package org.motifworks.core.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motifworks.core.genome.Chromosome;

class BigWigWriterTest {

  private static final long SEED = 20261129;
  private static final List<Chromosome> CHROMOSOMES =
      List.of(
          new Chromosome("chr1", 200_007),
          new Chromosome("chr10", 50_000),
          new Chromosome("chr2", 3),
          new Chromosome("chrEmpty", 500));

  @TempDir Path folder;

  /** Dense and sparse ones; the last has more blocks than one level of the tree holds. */
  @ParameterizedTest
  @CsvSource({"1, 1.0", "10, 0.7", "200, 0.5", "7, 0.02", "1, 0.5"})
  void whatWasWritten_isRead_andItsSummariesAreTrue(int step, double share) throws IOException {
    SplittableRandom random = new SplittableRandom(SEED);
    List<BigWigReader.Value> values = new ArrayList<>();
    for (int chromosome = 0; chromosome < 3; chromosome++) {
      int length = CHROMOSOMES.get(chromosome).length();
      for (int start = 0; start < length; start += step) {
        if (random.nextDouble() >= share) continue;
        int end = Math.min(length, start + step);
        float value = (float) random.nextDouble(-1, 1);
        values.add(new BigWigReader.Value(chromosome, start, end, value));
      }
    }
    BigWigReader read = written(values, step);

    assertThat(read.chromosomes())
        .containsExactly("chr1:200007", "chr10:50000", "chr2:3", "chrEmpty:500");
    assertThat(read.values()).isEqualTo(values);
    BigWigReader.Total total = read.total();
    assertThat(total.bases()).isEqualTo(values.stream().mapToLong(v -> v.end() - v.start()).sum());
    assertThat(total.minimum())
        .isEqualTo(values.stream().mapToDouble(v -> v.value()).min().orElse(0));
    assertThat(total.maximum())
        .isEqualTo(values.stream().mapToDouble(v -> v.value()).max().orElse(0));
    assertThat(total.sum()).isCloseTo(sum(values, 1), within(1e-6));
    assertThat(total.squares()).isCloseTo(sum(values, 2), within(1e-6));
    for (int level = 0; level < read.zoomLevels(); level++) {
      assertThat(read.reduction(level)).isEqualTo(8 * step << 2 * level);
      List<BigWigReader.Zoom> expected = zoomed(values, 8L * step << 2 * level);
      List<BigWigReader.Zoom> there = read.zoom(level);
      assertThat(there).hasSameSizeAs(expected);
      for (int i = 0; i < there.size(); i++) {
        assertThat(there.get(i).sum()).isCloseTo(expected.get(i).sum(), within(1e-3f));
        assertThat(there.get(i).withSum(0)).isEqualTo(expected.get(i).withSum(0));
      }
    }
    assertThat(read.zoomLevels() > 0).isEqualTo(zoomed(values, 8L * step).size() > 256);
  }

  @Test
  void trackWithoutValues_isOne() throws IOException {
    BigWigReader read = written(List.of(), 10);
    assertThat(read.values()).isEmpty();
    assertThat(read.zoomLevels()).isZero();
    assertThat(read.total()).isEqualTo(new BigWigReader.Total(0, 0, 0, 0, 0));
  }

  @Test
  void valuesOutOfOrder_offTheStep_orOffTheChromosome_areRefused() throws IOException {
    try (BigWigWriter writer = new BigWigWriter(folder.resolve("a.bw"), CHROMOSOMES, 10)) {
      writer.add(1, 20, 1);
      for (int[] wrong : new int[][] {{1, 20}, {1, 10}, {0, 30}, {1, 35}, {1, 50_000}}) {
        assertThatThrownBy(() -> writer.add(wrong[0], wrong[1], 1))
            .isInstanceOf(IllegalArgumentException.class);
      }
    }
  }

  private BigWigReader written(List<BigWigReader.Value> values, int step) throws IOException {
    Path file = folder.resolve("track.bw");
    try (BigWigWriter writer = new BigWigWriter(file, CHROMOSOMES, step)) {
      for (BigWigReader.Value v : values) writer.add(v.chromosome(), v.start(), v.value());
      writer.finish();
    }
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
    return new BigWigReader(file);
  }

  /** From the values themselves; sums are a little off what was added up level by level. */
  private static List<BigWigReader.Zoom> zoomed(List<BigWigReader.Value> values, long reduction) {
    List<BigWigReader.Zoom> zooms = new ArrayList<>();
    double sum = 0;
    for (BigWigReader.Value v : values) {
      BigWigReader.Zoom last = zooms.isEmpty() ? null : zooms.get(zooms.size() - 1);
      int bases = v.end() - v.start();
      boolean same =
          last != null
              && last.chromosome() == v.chromosome()
              && last.start() / reduction == v.start() / reduction;
      if (!same) {
        sum = (double) v.value() * bases;
        zooms.add(
            new BigWigReader.Zoom(
                v.chromosome(), v.start(), v.end(), bases, v.value(), v.value(), (float) sum));
        continue;
      }
      sum += (double) v.value() * bases;
      zooms.set(
          zooms.size() - 1,
          new BigWigReader.Zoom(
              v.chromosome(),
              last.start(),
              v.end(),
              last.bases() + bases,
              Math.min(last.min(), v.value()),
              Math.max(last.max(), v.value()),
              (float) sum));
    }
    return zooms;
  }

  private static double sum(List<BigWigReader.Value> values, int power) {
    return values.stream()
        .mapToDouble(v -> Math.pow(v.value(), power) * (v.end() - v.start()))
        .sum();
  }
}
