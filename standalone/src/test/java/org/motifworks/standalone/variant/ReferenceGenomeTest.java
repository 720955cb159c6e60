package org.motifworks.standalone.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motifworks.core.genome.Genome;
import org.motifworks.core.genome.GenomeUnpacker;
import org.motifworks.core.variant.UnpackedReference;
import org.motifworks.core.variant.VariantProblem;

class ReferenceGenomeTest {

  private static final long SEED = 20261128;

  @TempDir Path folder;

  /** The command line and the service read a genome in two ways, to one end. */
  @Test
  void anyPart_isThatOfTheUnpackedGenome() throws Exception {
    Random random = new Random(SEED);
    StringBuilder fasta = new StringBuilder();
    for (int i = 1; i <= 3; i++) {
      fasta.append(">chr").append(i).append(" test\n");
      for (int line = 0; line < 10; line++) {
        for (int j = 0; j < 60; j++) fasta.append("ACGTacgtN".charAt(random.nextInt(9)));
        fasta.append('\n');
      }
    }
    try (ReferenceGenome indexed = genome(fasta.toString());
        Genome unpacked =
            GenomeUnpacker.unpack(file(), "g", folder.resolve("genome.part"), read -> {})) {
      UnpackedReference other = new UnpackedReference(unpacked);
      for (int i = 0; i < 1000; i++) {
        String chromosome = (i % 2 == 0 ? "chr" : "") + (1 + random.nextInt(3));
        long start = random.nextInt(800) - 100;
        int length = 1 + random.nextInt(100);
        assertThat(indexed.read(chromosome, start, length))
            .isEqualTo(other.read(chromosome, start, length));
      }
      assertThatThrownBy(() -> indexed.read("chr4", 0, 1)).isInstanceOf(VariantProblem.class);
    }
  }

  @Test
  void genomeThatCannotBeRead_saysWhy() throws IOException {
    Path gzip = folder.resolve("genome.fa.gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
      out.write(">chr1\nACGT\n".getBytes(StandardCharsets.US_ASCII));
    }
    assertThatThrownBy(() -> ReferenceGenome.open(gzip))
        .isInstanceOf(GenomeFileProblem.class)
        .hasMessageContaining("no part can be read alone");
    assertThatThrownBy(() -> genome("no genome at all\n")).isInstanceOf(GenomeFileProblem.class);
    assertThatThrownBy(() -> genome("")).isInstanceOf(GenomeFileProblem.class);
  }

  /** A FASTA file that was changed after it was indexed. */
  @Test
  void olderIndex_isNotUsed() throws Exception {
    Path index = Files.writeString(folder.resolve("genome.fa.fai"), "chr1\t4\t9\t4\t5\n");
    Files.setLastModifiedTime(index, FileTime.fromMillis(0));
    try (ReferenceGenome genome = genome(">chr1\nACGTACGT\n")) {
      assertThat(genome.read("1", 2, 8)).isEqualTo("GTACGTNN");
    }
  }

  private ReferenceGenome genome(String fasta) throws IOException {
    return ReferenceGenome.open(Files.writeString(file(), fasta));
  }

  private Path file() {
    return folder.resolve("genome.fa");
  }
}
