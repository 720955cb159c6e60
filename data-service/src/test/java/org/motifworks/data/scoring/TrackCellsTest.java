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
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motifworks.core.genome.Chromosome;
import org.motifworks.core.genome.Genome;
import org.motifworks.core.genome.GenomeUnpacker;
import org.motifworks.core.sequence.SequenceFormatException;

class TrackCellsTest {

  private static final long SEED = 20261128;

  @TempDir Path folder;
  private final String second = letters(1_000) + "N".repeat(100) + letters(13);
  private Genome genome;

  @BeforeEach
  void unpack() throws IOException {
    String fasta = ">chr2\n" + second + "\n>chr10\n" + letters(500) + "\n>chr1\nACGT\n";
    Path file = Files.writeString(folder.resolve("g.fa"), fasta);
    genome = GenomeUnpacker.unpack(file, "g.fa", folder.resolve("g.part"), read -> {});
  }

  @AfterEach
  void close() throws IOException {
    genome.close();
  }

  /** Against a set of all bases' cells. */
  @Test
  void eachCellThatARegionTouches_comesOnce_inTheOrderOfATrack() throws IOException {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int stride : new int[] {1, 7, 50, 400}) {
      StringBuilder bed = new StringBuilder();
      TreeSet<Long> expected = new TreeSet<>(); // chromosome, then start
      for (int i = 0; i < 40; i++) {
        boolean ten = random.nextBoolean();
        int start = random.nextInt(ten ? 450 : 1_000);
        int end = start + 1 + random.nextInt(50);
        bed.append(ten ? "10" : "chr2").append("\t" + start + "\t" + end + "\n");
        for (int at = start; at < end; at++) {
          expected.add((long) (ten ? 1 : 2) << 32 | at / stride * stride);
        }
      }
      TrackCells cells = cells(bed.toString(), stride);
      List<Long> there = new ArrayList<>();
      cells.forEach((chromosome, start) -> there.add((long) chromosome << 32 | start));
      assertThat(there).containsExactlyElementsOf(expected);
      assertThat(cells.count()).isEqualTo(expected.size());
      assertThat(cells.chromosomes())
          .extracting(Chromosome::name)
          .containsExactly("chr1", "chr10", "chr2");
    }
  }

  @Test
  void windowOfACell_isAroundItsMiddle_andAGapHasNone() throws IOException {
    TrackCells cells = cells("2\t100\t110\n2\t1040\t1041\n2\t1110\t1113\nchr1\t0\t4\n", 10);
    TrackSequences sequences = new TrackSequences(cells, "r.bed", genome, 20);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    sequences.writeTo(out);
    assertThat(out.toString(StandardCharsets.US_ASCII).lines())
        .containsExactly(
            ">0:0",
            "N".repeat(8) + "ACGT" + "N".repeat(8),
            ">2:100",
            second.substring(95, 115),
            ">2:1110",
            second.substring(1_101) + "N".repeat(8));
    assertThat(sequences.done()).isEqualTo(4);
    assertThat(sequences.filledUp()).isEqualTo(2);
  }

  @Test
  void cellWiderThanTheWindow_isCutOffAtTheChromosomesEnd_beforeItsMiddleIsTaken()
      throws IOException {
    TrackCells cells = cells("10\t0\t500\n", 400);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new TrackSequences(cells, "r.bed", genome, 20).writeTo(out);
    String ten = letters(500);
    assertThat(out.toString(StandardCharsets.US_ASCII).lines())
        .containsExactly(">1:0", ten.substring(190, 210), ">1:400", ten.substring(440, 460));
  }

  @Test
  void regionOfAnotherGenome_isRefused_withItsLine() {
    assertThatThrownBy(() -> cells("chr2\t5\t9\nchr3\t5\t9\n", 10))
        .isInstanceOf(SequenceFormatException.class)
        .hasMessageContaining("r.bed line 2")
        .hasMessageContaining("no chromosome chr3");
  }

  private TrackCells cells(String bed, int stride) throws IOException {
    byte[] bytes = bed.getBytes(StandardCharsets.UTF_8);
    return TrackCells.read(new ByteArrayInputStream(bytes), "r.bed", genome, stride);
  }

  private static String letters(int length) {
    SplittableRandom random = new SplittableRandom(SEED + length);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) text.append("ACGT".charAt(random.nextInt(4)));
    return text.toString();
  }
}
