package org.motifworks.core.genome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motifworks.core.sequence.DnaAlphabet;
import org.motifworks.core.sequence.SequenceFormatException;

class GenomeUnpackerTest {

  private static final long SEED = 20261102;

  @TempDir Path folder;

  private final Map<String, String> sequences = new LinkedHashMap<>();

  @BeforeEach
  void draw() {
    SplittableRandom random = new SplittableRandom(SEED);
    int[] lengths = {300_001, 5, 70_000};
    for (int i = 0; i < lengths.length; i++) {
      StringBuilder text = new StringBuilder("NN");
      while (text.length() < lengths[i]) {
        String letters = random.nextInt(10) == 0 ? "Nn" : random.nextBoolean() ? "acgt" : "ACGT";
        int run = Math.min(1 + random.nextInt(300), lengths[i] - text.length());
        for (int k = 0; k < run; k++) text.append(letters.charAt(random.nextInt(letters.length())));
      }
      sequences.put("chr" + (i + 1), text.toString());
    }
  }

  @Test
  void fastaGzipAndTwoBit_giveTheSameGenome() throws IOException {
    Path plain = fasta("plain.fa", 61, "\n");
    check(plain);
    check(fasta("crlf.fa", 50, "\r\n"));
    check(fasta("one-line.fa", Integer.MAX_VALUE, "\n"));
    Path gzip = folder.resolve("genome.fa.gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
      Files.copy(plain, out);
    }
    check(gzip);
    check(TwoBitFiles.write(folder.resolve("l.2bit"), sequences, ByteOrder.LITTLE_ENDIAN));
    check(TwoBitFiles.write(folder.resolve("b.2bit"), sequences, ByteOrder.BIG_ENDIAN));
  }

  private Path fasta(String name, int width, String lineEnd) throws IOException {
    StringBuilder text = new StringBuilder();
    sequences.forEach(
        (id, letters) -> {
          text.append('>').append(id).append(" dna").append(lineEnd);
          for (int at = 0; at < letters.length(); at += Math.min(width, letters.length() - at)) {
            text.append(letters, at, at + Math.min(width, letters.length() - at)).append(lineEnd);
          }
        });
    return Files.writeString(folder.resolve(name), text);
  }

  /** Every part of the genome that is read equals the letters it was written with. */
  private void check(Path file) throws IOException {
    Path scratch = folder.resolve("scratch");
    long[] read = {0};
    try (Genome genome = GenomeUnpacker.unpack(file, "genome", scratch, done -> read[0] = done)) {
      assertThat(genome.chromosomes().stream().map(Chromosome::name).toList())
          .containsExactlyElementsOf(sequences.keySet());
      assertThat(genome.indexOf("3")).hasValue(2);
      assertThat(genome.indexOf("chr4")).isEmpty();
      SplittableRandom random = new SplittableRandom(SEED);
      for (int i = 0; i < 3_000; i++) {
        int chromosome = random.nextInt(3);
        String letters = sequences.get("chr" + (chromosome + 1));
        assertThat(genome.chromosomes().get(chromosome).length()).isEqualTo(letters.length());
        byte[] tokens = new byte[1 + random.nextInt(Math.min(1_000, letters.length()))];
        int start = random.nextInt(letters.length() - tokens.length + 1);
        genome.read(chromosome, start, tokens);
        assertThat(tokens)
            .isEqualTo(DnaAlphabet.tokenise(letters.substring(start, start + tokens.length)));
      }
      byte[] over = new byte[6];
      assertThatThrownBy(() -> genome.read(1, 0, over))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
    assertThat(read[0]).isEqualTo(Files.size(file));
  }

  @Test
  void chromosomeThatComesTwice_isRefusedWithItsLine() throws IOException {
    Path file = Files.writeString(folder.resolve("twice.fa"), ">chr1\nAC\n>1\nAC\n");
    assertRefused(file, "genome.chromosome", "line 3", "'chr1' and '1'");
  }

  @Test
  void letterThatIsNoNucleotide_isRefusedWithItsPlace() throws IOException {
    Path file = Files.writeString(folder.resolve("letter.fa"), ">chr1 x\nACGT\nAC*T\n");
    assertRefused(file, "fasta.invalid-letter", "line 3, column 3", "record chr1");
  }

  @Test
  void fileThatIsNoGenome_isRefused() throws IOException {
    Path bed = Files.writeString(folder.resolve("peaks.bed"), "chr1\t1\t2\n");
    assertRefused(bed, "fasta.no-header", "starts with a '>'");
    Path empty = Files.writeString(folder.resolve("empty-record.fa"), ">a\n>b\nA\n");
    assertRefused(empty, "fasta.empty-record", "record a");
  }

  @Test
  void twoBitCutOff_isRefused_whereverItIsCut() throws IOException {
    Map<String, String> small = Map.of("chr1", "ACGTNNNNACGTAACC");
    Path whole = TwoBitFiles.write(folder.resolve("w.2bit"), small, ByteOrder.LITTLE_ENDIAN);
    byte[] bytes = Files.readAllBytes(whole);
    for (int length = 4; length < bytes.length; length++) {
      Path cut = folder.resolve("cut.2bit");
      Files.write(cut, java.util.Arrays.copyOf(bytes, length));
      assertRefused(cut, "twobit.damaged", "ends too early");
    }
  }

  private void assertRefused(Path file, String code, String... words) {
    assertThatThrownBy(
            () -> GenomeUnpacker.unpack(file, "genome", folder.resolve("scratch"), done -> {}))
        .isInstanceOfSatisfying(
            SequenceFormatException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessageContainingAll(words);
  }
}
