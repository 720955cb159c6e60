package org.motifworks.standalone.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VariantWindowTest {

  private static final long SEED = 20261123;

  @TempDir Path folder;

  /** Against the whole chromosome with the allele put in its place. */
  @Test
  void cut_ofAnyVariant_isThatOfTheChangedChromosome() throws IOException {
    Random random = new Random(SEED);
    String chromosome = letters(random, 500);
    int window = 40;
    try (ReferenceGenome genome = genome(">chr7 test\n" + wrapped(chromosome, 60))) {
      for (int i = 0; i < 2000; i++) {
        int start = random.nextInt(490);
        String reference = chromosome.substring(start, start + 1 + random.nextInt(9));
        String alternative = letters(random, 1 + random.nextInt(9));
        VariantWindow cut =
            VariantWindow.cut(genome, "7", start + 1, reference, alternative, window);
        String changed =
            chromosome.substring(0, start)
                + alternative
                + chromosome.substring(start + reference.length());
        int begin = start - (window - reference.length()) / 2;
        assertThat(cut.reference()).isEqualTo(padded(chromosome, begin, window));
        assertThat(cut.alternative()).isEqualTo(padded(changed, begin, window));
      }
    }
  }

  @Test
  void softMaskedGenome_isReadLikeAnyOther() throws IOException {
    try (ReferenceGenome genome = genome(">8\naccgtacc\r\n")) {
      assertThat(VariantWindow.cut(genome, "chr8", 4, "g", "t", 5))
          .isEqualTo(new VariantWindow("CCGTA", "CCTTA"));
    }
  }

  @Test
  void variantThatIsNotOfThisGenome_saysWhy() throws IOException {
    try (ReferenceGenome genome = genome(">chr1\nACGTACGT\n>chr2\nACGT\n")) {
      assertThatThrownBy(() -> VariantWindow.cut(genome, "chr1", 3, "T", "C", 4))
          .isInstanceOf(VariantProblem.class)
          .hasMessage("the reference allele is T, the genome has G");
      assertThatThrownBy(() -> VariantWindow.cut(genome, "chr2", 9, "A", "C", 4))
          .hasMessage("the reference allele is A, the genome has N");
      assertThatThrownBy(() -> VariantWindow.cut(genome, "chr9", 3, "T", "C", 4))
          .hasMessage("the genome has no chr9");
      assertThatThrownBy(() -> VariantWindow.cut(genome, "chr1", 1, "ACGTA", "A", 4))
          .hasMessageContaining("an allele of 5 nt is longer than the model's window of 4 nt");
    }
  }

  @Test
  void genomeThatCannotBeRead_saysWhy() throws IOException {
    Path gzip = folder.resolve("genome.fa.gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
      out.write(">chr1\nACGT\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
    assertThatThrownBy(() -> ReferenceGenome.open(gzip))
        .isInstanceOf(VariantProblem.class)
        .hasMessageContaining("no part can be read alone");
    assertThatThrownBy(() -> genome("no genome at all\n")).isInstanceOf(VariantProblem.class);
    assertThatThrownBy(() -> genome("")).isInstanceOf(VariantProblem.class);
  }

  /** A FASTA file that was changed after it was indexed. */
  @Test
  void olderIndex_isNotUsed() throws IOException {
    Path fasta = Files.writeString(folder.resolve("g.fa"), ">chr1\nACGTACGT\n");
    Path index = Files.writeString(folder.resolve("g.fa.fai"), "chr1\t4\t9\t4\t5\n");
    Files.setLastModifiedTime(index, java.nio.file.attribute.FileTime.fromMillis(0));
    try (ReferenceGenome genome = ReferenceGenome.open(fasta)) {
      assertThat(genome.read("1", 2, 8)).isEqualTo("GTACGTNN");
    }
  }

  private ReferenceGenome genome(String fasta) throws IOException {
    return ReferenceGenome.open(Files.writeString(folder.resolve("genome.fa"), fasta));
  }

  private static String letters(Random random, int length) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < length; i++) letters.append("ACGT".charAt(random.nextInt(4)));
    return letters.toString();
  }

  private static String wrapped(String letters, int width) {
    return letters.replaceAll("(.{" + width + "})", "$1\n") + "\n";
  }

  private static String padded(String letters, int start, int length) {
    StringBuilder cut = new StringBuilder();
    for (int i = start; i < start + length; i++) {
      cut.append(i < 0 || i >= letters.length() ? 'N' : letters.charAt(i));
    }
    return cut.toString();
  }
}
