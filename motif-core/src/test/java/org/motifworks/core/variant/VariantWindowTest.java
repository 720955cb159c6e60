package org.motifworks.core.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motifworks.core.genome.Genome;
import org.motifworks.core.genome.GenomeUnpacker;

class VariantWindowTest {

  private static final long SEED = 20261123;

  @TempDir Path folder;

  /** Against the whole chromosome with the allele put in its place. */
  @Test
  void cut_ofAnyVariant_isThatOfTheChangedChromosome() throws Exception {
    Random random = new Random(SEED);
    String chromosome = letters(random, 500);
    int window = 40;
    try (Genome genome = genome(">chr7 test\n" + chromosome + "\n")) {
      for (int i = 0; i < 2000; i++) {
        int start = random.nextInt(490);
        String reference = chromosome.substring(start, start + 1 + random.nextInt(9));
        String alternative = letters(random, 1 + random.nextInt(9));
        VariantWindow cut = cut(genome, "7", start + 1, reference, alternative, window);
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
  void softMaskedGenome_andSmallAlleles_areReadLikeAnyOther() throws Exception {
    try (Genome genome = genome(">8\naccgtacc\r\n")) {
      assertThat(cut(genome, "chr8", 4, "g", "t", 5))
          .isEqualTo(new VariantWindow("CCGTA", "CCTTA"));
    }
  }

  @Test
  void lettersThatNobodyKnows_areN() throws Exception {
    try (Genome genome = genome(">8\nACNGT\n")) {
      assertThat(cut(genome, "8", 3, "N", "A", 5)).isEqualTo(new VariantWindow("ACNGT", "ACAGT"));
      assertThat(cut(genome, "8", 4, "G", "N", 3)).isEqualTo(new VariantWindow("NGT", "NNT"));
    }
  }

  @Test
  void variantThatIsNotOfThisGenome_saysWhy() throws IOException {
    try (Genome genome = genome(">chr1\nACGTACGT\n>chr2\nACGT\n")) {
      assertRefused(genome, "chr1", 3, "T", "C", "reference-mismatch", "the genome has G");
      assertRefused(genome, "chr2", 9, "A", "C", "reference-mismatch", "the genome has N");
      assertRefused(genome, "chr2", 0, "A", "C", "reference-mismatch", "the genome has N");
      assertRefused(
          genome, "chr2", 999_999_999_999L, "A", "C", "reference-mismatch", "the genome has N");
      assertRefused(genome, "chr9", 3, "T", "C", "no-chromosome", "the genome has no chr9");
      assertRefused(
          genome, "chr1", 1, "ACGTA", "A", "too-long", "5 nt is longer than the model's window");
    }
  }

  @Test
  void whatIsNoSequence_saysSo() throws IOException {
    try (Genome genome = genome(">chr1\nACGTACGT\n")) {
      for (String none : new String[] {"<DEL>", "*", "G]chr2:3]", "]chr2:3]G", ".A", "", "R"}) {
        assertRefused(genome, "chr1", 3, "G", none, "no-sequence", none + " is no sequence");
      }
      assertRefused(genome, "chr1", 3, "", "G", "no-sequence", "");
    }
  }

  private static void assertRefused(
      Genome genome,
      String chromosome,
      long position,
      String reference,
      String alternative,
      String code,
      String why) {
    assertThatThrownBy(() -> cut(genome, chromosome, position, reference, alternative, 4))
        .isInstanceOfSatisfying(
            VariantProblem.class,
            problem -> assertThat(problem.code()).isEqualTo("variant." + code))
        .hasMessageContaining(why);
  }

  private static VariantWindow cut(
      Genome genome, String chromosome, long position, String reference, String other, int window)
      throws IOException, VariantProblem {
    Variant variant = new Variant(chromosome, position, ".", reference, other);
    return VariantWindow.cut(new UnpackedReference(genome), variant, window);
  }

  private Genome genome(String fasta) throws IOException {
    Path file = Files.writeString(folder.resolve("genome.fa"), fasta);
    return GenomeUnpacker.unpack(file, "genome.fa", folder.resolve("genome.part"), read -> {});
  }

  private static String letters(Random random, int length) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < length; i++) letters.append("ACGT".charAt(random.nextInt(4)));
    return letters.toString();
  }

  private static String padded(String letters, int start, int length) {
    StringBuilder cut = new StringBuilder();
    for (int i = start; i < start + length; i++) {
      cut.append(i < 0 || i >= letters.length() ? 'N' : letters.charAt(i));
    }
    return cut.toString();
  }
}
