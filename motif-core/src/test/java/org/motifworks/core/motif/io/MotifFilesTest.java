package org.motifworks.core.motif.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.motifworks.core.jaspar.JasparDatabase;
import org.motifworks.core.motif.Background;
import org.motifworks.core.motif.Motif;

class MotifFilesTest {
  private static final String MEME =
      "MEME version 4\nMOTIF x\nletter-probability matrix: w= 1\n.1 .2 .3 .4\n";
  private static final String PROBABILITIES = "0.1\t0.2\t0.3\t0.4\n0.4\t0.3\t0.2\t0.1\n";

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "MEME, *****|MEME - Motif discovery tool|MEME version 5.4.1 (Release date: x)|MOTIF"
            + " x|letter-probability matrix: w= 1|.1 .2 .3 .4",
        "JASPAR, >x y|A [ 1 2 ]|C [ 1 2 ]|G [ 1 2 ]|T [ 1 2 ]",
        "JASPAR, >x y|[ 1 2 ]|[ 1 2 ]|[ 1 2 ]|[ 1 2 ]",
        "TRANSFAC, ID  x|P0  A C G T|01 1 2 3 4 N|XX|//",
        "TRANSFAC, VV  version|XX|//|AC  x|PO  A C G T|01 1 2 3 4 N|XX|//",
        "HOMER, >ACGT^x^6.5|0.1^0.2^0.3^0.4",
        "UNIPROBE, Protein: x|A:^0.1|C:^0.2|G:^0.3|T:^0.4",
        "PLAIN, >x|0.1 0.2 0.3 0.4",
        "PLAIN, >x|1 2|1 2|1 2|1 2",
        "PLAIN, 0.1 0.2 0.3 0.4",
        "PLAIN, A 1 2|C 1 2|G 1 2|T 1 2",
        "PLAIN, # remark|Pos A C G T|1 0.1 0.2 0.3 0.4",
      })
  void format_isKnownByContent(MotifFileFormat format, String text) {
    MotifFile file = MotifFiles.read("test", text.replace('|', '\n').replace('^', '\t'));
    assertThat(file.format()).isEqualTo(format);
    assertThat(file.motifs()).hasSize(1);
    assertThat(file.rejected()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(MotifFileFormat.class)
  void everyFormat_isRecognisedAndReadsBackWhatItWrote(MotifFileFormat format) throws IOException {
    List<Motif> motifs = JasparDatabase.jaspar2016().motifs();
    String text = write(format, motifs);
    MotifFile back = MotifFiles.read("test", text);
    assertThat(back.format()).isEqualTo(format);
    assertThat(back.rejected()).isEmpty();
    assertThat(back.motifs()).extracting(Motif::id).isEqualTo(ids(motifs));
    assertThat(back.motifs())
        .extracting(Motif::name)
        .isEqualTo(motifs.stream().map(Motif::name).toList());
    for (int i = 0; i < motifs.size(); i++) {
      Motif ours = motifs.get(i);
      boolean counted = back.motifs().get(i).counts().isPresent();
      assertThat(back.motifs().get(i).matrix())
          .isEqualTo(counted ? ours.matrix() : ours.matrix().rounded());
      assertThat(back.motifs().get(i).counts())
          .isEqualTo(counted ? ours.counts() : Optional.empty());
    }
    assertThat(write(format, back.motifs())).isEqualTo(text);
  }

  @Test
  void gzipByteOrderMarkAndAnyLineEnds_areRead() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(("\ufeff" + MEME.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8));
    }
    byte[] bytes = packed.toByteArray();
    assertThat(read(bytes, MotifFiles.UNLIMITED).motifs()).hasSize(1);
    assertThat(MotifFiles.read("test", MEME.replace('\n', '\r')).motifs()).hasSize(1);
    byte[] cut = Arrays.copyOf(bytes, bytes.length - 20);
    assertThatExceptionOfType(MotifFormatException.class)
        .isThrownBy(() -> read(cut, MotifFiles.UNLIMITED))
        .satisfies(e -> assertThat(e.code()).isEqualTo("gzip.truncated"));
    assertThatExceptionOfType(MotifFormatException.class)
        .isThrownBy(() -> read(bytes, 20))
        .satisfies(e -> assertThat(e.code()).isEqualTo("motif.too-large"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MEME version 4\nMOTIF good\nletter-probability matrix: w= 1\n.1 .2 .3 .4\n"
            + "MOTIF bad\nletter-probability matrix: w= 1\n%s\n"
            + "MOTIF last\nletter-probability matrix: w= 1\n.1 .2 .3 .4\n",
        ">CC\tgood\t5\n.1\t.2\t.3\t.4\n\n>CC\tbad\t5\n%s\n>CC\tlast\t5\n.1\t.2\t.3\t.4\n",
        ">good\n.1 .2 .3 .4\n\n>bad\n%s\n>last\n.1 .2 .3 .4\n",
        "AC  good\nP0 A C G T\n01 1 2 3 4 N\n//\nAC  bad\nP0 A C G T\n01 %s\nXX\n//\n"
            + "AC  last\nP0 A C G T\n01 1 2 3 4 N\n//\n",
      })
  void unusableMotif_isRejectedByLineAndReason_andTheOthersKept(String file) {
    assertRejected(file, "0 0 0 0", "motif.column-sum", "column 1 is all zero");
    assertRejected(
        file, "0.5 0.5 0.2 0", "motif.column-sum", "column 1 has probabilities that sum to 1.2");
    assertRejected(file, "NaN .2 .3 .4", "motif.invalid-column", "'NaN' is no probability");
    assertRejected(file, "-.1 .2 .3 .6", "motif.invalid-column", "log-odds");
    assertRejected(file, "inf 1 1 1", "motif.invalid-column", "'inf'");
    assertRejected(file, "0,1 .2 .3 .4", "motif.invalid-number", "'0,1' is no number");
    assertRejected(file, ".2 .3 .5", "motif.invalid-column", "column 1 has 3 values, not 4");
  }

  private static void assertRejected(String file, String column, String code, String reason) {
    long line = file.lines().takeWhile(text -> !text.contains("%s")).count() + 1;
    MotifFile read = MotifFiles.read("test", String.format(file, column));
    assertThat(ids(read.motifs())).containsExactly("good", "last");
    assertThat(read.rejected()).hasSize(1);
    RejectedMotif rejected = read.rejected().get(0);
    assertThat(rejected.id()).isEqualTo("bad");
    assertThat(rejected.code()).isEqualTo(code);
    assertThat(rejected.line()).isEqualTo(line);
    assertThat(rejected.reason()).contains(reason);
  }

  @Test
  void fileWithoutAUsableMotif_tellsTheFirstReasons() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 5; i++) text.append(">f").append(i).append("\n0 0 0 0\n.1 .2 .3 .4\n");
    assertThatExceptionOfType(MotifFormatException.class)
        .isThrownBy(() -> MotifFiles.read("dead.txt", text.toString()))
        .withMessage(
            "dead.txt line 2: motif f0, column 1 is all zero; line 5: motif f1, column 1 is all"
                + " zero; line 8: motif f2, column 1 is all zero; and 2 more; none of its motifs"
                + " can be used");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "motif.empty, ~~",
        "motif.empty, ~|  |~",
        "motif.empty, MEME version 4|",
        "motif.unknown-format, hello|world",
        "motif.unknown-format, <!DOCTYPE html>",
        "motif.unknown-format, >chr1:1-5|ACGTN",
        "motif.alphabet, MEME version 4|ALPHABET= ACGU",
        "motif.alphabet, >x|A [ 1 ]|C [ 1 ]|G [ 1 ]|U [ 1 ]",
        "motif.alphabet, Protein: x|A: 1|C: 0|G: 0|U: 0",
        "motif.alphabet, AC  x|P0 A C G U|01 1 1 1 1|//",
        "motif.alphabet, A C G U|1 2 3 4",
        "motif.truncated, AC  x|P0 A C G T|01 1 1 1 1",
        "motif.truncated, >x|A [ 1 ]|C [ 1 ]",
        "motif.truncated, >x",
      })
  void faultOfTheFile_isToldByCode(String code, String text) {
    assertThatExceptionOfType(MotifFormatException.class)
        .isThrownBy(() -> MotifFiles.read("test", text.replace('|', '\n')))
        .satisfies(e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void oneColumnAnd500Columns_areRead_andAMillionRejected() {
    assertThat(MotifFiles.read("test", ".1 .2 .3 .4").motifs().get(0).width()).isEqualTo(1);
    String wide = "0.1 0.2 0.3 0.4\n".repeat(500);
    assertThat(MotifFiles.read("test", wide).motifs().get(0).width()).isEqualTo(500);
    assertThatExceptionOfType(MotifFormatException.class)
        .isThrownBy(() -> MotifFiles.read("test", "1 2 3 4\n".repeat(1_000_000)))
        .satisfies(e -> assertThat(e.code()).isEqualTo("motif.too-wide"));
    assertThatExceptionOfType(MotifFormatException.class)
        .isThrownBy(() -> MotifFiles.read("test", "1 ".repeat(1_000_000)))
        .satisfies(e -> assertThat(e.code()).isEqualTo("motif.line-too-long"));
  }

  @Test
  void repeatedIds_areKeptAndTold() {
    MotifFile file = MotifFiles.read("test", ">x\n" + PROBABILITIES + ">x\n" + PROBABILITIES);
    assertThat(ids(file.motifs())).containsExactly("x", "x");
    assertThat(file.repeatedIds()).containsExactly("x");
    assertThat(file.firstOfEachId()).containsExactly(file.motifs().get(0));
  }

  private static MotifFile read(byte[] bytes, long limit) throws IOException {
    return MotifFiles.read("test", new ByteArrayInputStream(bytes), Optional.empty(), limit);
  }

  private static String write(MotifFileFormat format, List<Motif> motifs) throws IOException {
    StringBuilder text = new StringBuilder();
    MotifFiles.write(format, Background.UNIFORM, motifs, text);
    return text.toString();
  }

  private static List<String> ids(List<Motif> motifs) {
    return motifs.stream().map(Motif::id).toList();
  }
}
