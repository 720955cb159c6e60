package org.motifworks.data.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motifworks.core.genome.Genome;
import org.motifworks.core.genome.GenomeUnpacker;
import org.motifworks.core.sequence.SequenceFormatException;

class RegionSequencesTest {

  private static final long SEED = 20261124;
  private static final int WINDOW = 20;

  @TempDir Path folder;
  private final String chromosome = letters(5_000);
  private Genome genome;
  private long filledUp;

  @BeforeEach
  void unpack() throws IOException {
    Path file = Files.writeString(folder.resolve("g.fa"), ">chr1 x\n" + chromosome + "\n");
    genome = GenomeUnpacker.unpack(file, "g.fa", folder.resolve("g.part"), read -> {});
  }

  @AfterEach
  void close() throws IOException {
    genome.close();
  }

  @Test
  void window_isAroundTheMiddle_whateverTheSizeOfTheRegion_andInTheOrderOfTheFile()
      throws IOException {
    SplittableRandom random = new SplittableRandom(SEED);
    StringBuilder bed = new StringBuilder("track name=x\n");
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      int start = 40 + random.nextInt(4_000);
      int end = start + 1 + random.nextInt(900);
      bed.append("1\t" + start + "\t" + end + "\tpeak\n");
      int from = (start + end) / 2 - WINDOW / 2;
      expected.add(">chr1:" + from + "-" + (from + WINDOW));
      expected.add(chromosome.substring(from, from + WINDOW));
    }
    assertThat(fasta(bed.toString())).containsExactlyElementsOf(expected);
    assertThat(filledUp).isZero();
  }

  @Test
  void windowOffTheChromosome_isFilledUpWithN() throws IOException {
    assertThat(fasta("chr1\t0\t2\nchr1\t4996\t5000\n"))
        .containsExactly(
            ">chr1:-9-11",
            "N".repeat(9) + chromosome.substring(0, 11),
            ">chr1:4988-5008",
            chromosome.substring(4988) + "N".repeat(8));
    assertThat(filledUp).isEqualTo(2);
  }

  @Test
  void regionOfAnotherGenome_isRefused_withItsLine() {
    assertThatThrownBy(() -> fasta("chr1\t5\t9\nchr2\t5\t9\n"))
        .isInstanceOf(SequenceFormatException.class)
        .hasMessageContaining("line 2")
        .hasMessageContaining("no chromosome chr2");
    assertThatThrownBy(() -> fasta("chr1\t4990\t5001\n"))
        .isInstanceOf(SequenceFormatException.class)
        .hasMessageContaining("ends at 5001, and chr1 is 5000 nt long");
  }

  private List<String> fasta(String bed) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RegionSequences regions =
        new RegionSequences(
            new ByteArrayInputStream(bed.getBytes(StandardCharsets.UTF_8)),
            "r.bed",
            genome,
            WINDOW);
    regions.writeTo(out);
    filledUp = regions.filledUp();
    return out.toString(StandardCharsets.US_ASCII).lines().toList();
  }

  private static String letters(int length) {
    SplittableRandom random = new SplittableRandom(SEED + 1);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) text.append("ACGT".charAt(random.nextInt(4)));
    return text.toString();
  }
}
