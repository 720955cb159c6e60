package org.motifworks.core.genome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GenomeBinsTest {

  private static final List<Chromosome> TWO =
      List.of(new Chromosome("chr1", 1_050), new Chromosome("chr2", 400));

  @Test
  void bins_areNumberedThroughTheGenome_andAnEndThatFillsNoneIsNone() {
    GenomeBins bins = new GenomeBins(TWO, 200);
    assertThat(bins.count()).isEqualTo(7);
    assertThat(bins.first(1)).isEqualTo(5);
    assertThat(bins.start(0, 4)).isEqualTo(800);
    assertThat(bins.start(1, 6)).isEqualTo(200);
  }

  @Test
  void halfABin_isNotMoreThanHalf_andOneMoreNucleotideIs() {
    assertThat(marked(0, 300, 500)).isEqualTo(bins()); // 100 nt of bins 1 and 2
    assertThat(marked(0, 299, 500)).isEqualTo(bins(1));
    assertThat(marked(0, 299, 501)).isEqualTo(bins(1, 2));
    assertThat(marked(1, 0, 400)).isEqualTo(bins(5, 6));
    assertThat(marked(0, 1_000, 1_050)).isEqualTo(bins());
  }

  @Property
  void markMostlyCovered_equalsCountingNucleotides(
      @ForAll @IntRange(min = 1, max = 40) int size,
      @ForAll @IntRange(min = 0, max = 499) int start,
      @ForAll @IntRange(min = 1, max = 300) int length) {
    List<Chromosome> genome = List.of(new Chromosome("a", 77), new Chromosome("b", 500));
    GenomeBins bins = new GenomeBins(genome, size);
    int end = Math.min(500, start + length);
    BitSet marks = new BitSet();
    bins.markMostlyCovered(1, start, end, marks);
    BitSet touched = new BitSet();
    bins.markTouched(1, start, end, touched);

    for (int bin = 0; bin < bins.count(); bin++) {
      int covered = 0;
      for (int i = 0; bin >= bins.first(1) && i < size; i++) {
        int at = bins.start(1, bin) + i;
        if (at >= start && at < end) covered++;
      }
      assertThat(marks.get(bin)).as("bin %d", bin).isEqualTo(2 * covered > size);
      assertThat(touched.get(bin)).as("bin %d", bin).isEqualTo(covered > 0);
    }
  }

  @Test
  void tooManyBins_areRefused() {
    List<Chromosome> large =
        List.of(new Chromosome("a", Integer.MAX_VALUE), new Chromosome("b", Integer.MAX_VALUE));
    assertThatThrownBy(() -> new GenomeBins(large, 1)).hasMessageContaining("too many");
  }

  private static BitSet marked(int chromosome, int start, int end) {
    BitSet marks = new BitSet();
    new GenomeBins(TWO, 200).markMostlyCovered(chromosome, start, end, marks);
    return marks;
  }

  private static BitSet bins(int... numbers) {
    BitSet bins = new BitSet();
    for (int number : numbers) bins.set(number);
    return bins;
  }
}
