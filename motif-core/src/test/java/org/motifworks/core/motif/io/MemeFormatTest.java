package org.motifworks.core.motif.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.motifworks.core.jaspar.JasparDatabase;
import org.motifworks.core.motif.Background;
import org.motifworks.core.motif.Motif;
import org.motifworks.core.motif.ReferenceFolder;

class MemeFormatTest {
  private static final String HEAD = "MEME version 4\n\nALPHABET= ACGT\n\n";

  @Test
  void minimalFile_isRead() throws IOException {
    MotifFile file =
        read(
            HEAD
                + "strands: + -\n\nBackground letter frequencies (from somewhere):\n"
                + "A 0.3 C 0.2\nG 0.2 T 0.3\n\nMOTIF MA1.1 some name\n"
                + "letter-probability matrix: alength= 4 w= 2 nsites= 17 E= 4.1e-9\n"
                + " 0.5\t0.5 0 0\n 0.2500 0.2500 0.2500 0.2500\nURL http://example.org\n");
    assertThat(file.background()).isEqualTo(new Background(0.3, 0.2, 0.2, 0.3));
    Motif motif = file.motifs().get(0);
    assertThat(motif.id()).isEqualTo("MA1.1");
    assertThat(motif.name()).isEqualTo("some name");
    assertThat(motif.sites()).isEqualTo(17);
    assertThat(motif.eValue()).isEqualTo(4.1e-9);
    assertThat(motif.matrix().rows())
        .isDeepEqualTo(new double[][] {{.5, .5, 0, 0}, {.25, .25, .25, .25}});
  }

  @Test
  void fullFile_isReadWithItsHeadersAndLogOddsPassedOver() throws IOException {
    MotifFile file =
        read(
            "*****\nMEME - Motif discovery tool\n*****\nMEME version 5.4.1 (Release date: x)\n\n"
                + "ALPHABET \"DNA\" DNA-LIKE\nA \"Adenine\" CC0000 ~ T\nEND ALPHABET\n"
                + "MOTIF CRT MEME-1\twidth =   1  sites =  10  llr = 9  E-value = 1.0e-3\n"
                + "log-odds matrix: alength= 4 w= 1 n= 18 bayes= 4 E= 1.0e-3\n -100 2 3 4\n"
                + "letter-probability matrix: alength= 4 w= 1 nsites= 10 E= 1.0e-3\n"
                + " 0.1 0.2 0.3 0.4\n----\n");
    assertThat(file.motifs()).hasSize(1);
    assertThat(file.motifs().get(0).name()).isEqualTo("MEME-1");
    assertThat(file.background()).isEqualTo(Background.UNIFORM);
  }

  @Test
  void columnSum_isKeptCorrectedOrRefusedByItsDistanceFromOne() throws IOException {
    assertThat(column("0.250005 0.25 0.25 0.25").matrix().probability(0, 0)).isEqualTo(0.250005);
    assertThat(column("0.5 0.5 0.05 0").matrix().probability(0, 0)).isEqualTo(0.5 / 1.05);
    assertRefused("0 0 0 0", "motif.column-sum", 7);
    assertRefused("0.5 0.5 0.2 0", "motif.column-sum", 7);
    assertRefused("nan 0.5 0.2 0", "motif.invalid-column", 7);
    assertRefused("0.5 0.5 x 0", "motif.invalid-number", 7);
    assertRefused("NaN 0.5 0.2 0", "motif.invalid-column", 7);
    assertRefused("0.5 0.5 0", "motif.invalid-column", 7);
    assertRefused("-0.5 0.5 0.5 0.5", "motif.invalid-column", 7);
  }

  @Test
  void rnaAndProtein_areRefused() {
    assertThatExceptionOfType(MotifFormatException.class)
        .isThrownBy(() -> read("MEME version 4\nALPHABET= ACGU\n"))
        .withMessage("test line 2: RNA alphabet 'ACGU': only DNA motifs (ACGT) are read");
    assertThatExceptionOfType(MotifFormatException.class)
        .isThrownBy(() -> read("MEME version 4\nALPHABET= ACDEFGHIKLMNPQRSTVWY\n"))
        .withMessageContaining("protein");
    assertThatExceptionOfType(MotifFormatException.class)
        .isThrownBy(() -> read("MEME version 4\nALPHABET \"RNA\" RNA-LIKE\nEND ALPHABET\n"))
        .withMessageContaining("RNA");
  }

  @Test
  void truncatedAndEmptyFiles_areRefused() {
    assertThatExceptionOfType(MotifFormatException.class)
        .isThrownBy(() -> read(HEAD + "MOTIF x\nletter-probability matrix: w= 3\n1 0 0 0\n"))
        .satisfies(e -> assertThat(e.code()).isEqualTo("motif.truncated"));
    assertThatExceptionOfType(MotifFormatException.class)
        .isThrownBy(() -> read(""))
        .satisfies(e -> assertThat(e.code()).isEqualTo("motif.not-meme"));
    assertThatExceptionOfType(MotifFormatException.class)
        .isThrownBy(() -> read(HEAD))
        .satisfies(e -> assertThat(e.code()).isEqualTo("motif.empty"));
  }

  @Test
  void deadFilter_isRejectedByNameAndLine_andTheOthersKept() throws IOException {
    Path file = ReferenceFolder.file("reference/tomtom/dead-filter.meme");
    MotifFile read = MemeFormat.read("dead-filter.meme", Files.newBufferedReader(file));
    assertThat(read.motifs()).extracting(Motif::id).containsExactly("filter1");
    assertThat(read.rejected())
        .containsExactly(
            new RejectedMotif("filter0", "motif.column-sum", 10, "column 1 is all zero"));
  }

  @Test
  void jaspar_writtenAndRead_isTheSameToSixDigits() throws IOException {
    List<Motif> motifs = JasparDatabase.newest().motifs();
    StringBuilder text = new StringBuilder();
    MemeFormat.write(motifs, text);
    List<Motif> back = read(text.toString()).motifs();
    assertThat(back).extracting(Motif::name).isEqualTo(motifs.stream().map(Motif::name).toList());
    assertThat(back)
        .extracting(Motif::matrix)
        .isEqualTo(motifs.stream().map(motif -> motif.matrix().rounded()).toList());
    StringBuilder again = new StringBuilder();
    MemeFormat.write(back, again);
    assertThat(again.toString()).isEqualTo(text.toString());
  }

  private static MotifFile read(String text) throws IOException {
    return MemeFormat.read("test", new StringReader(text));
  }

  private static Motif column(String column) throws IOException {
    String text = HEAD + "MOTIF x\nletter-probability matrix: alength= 4 w= 1\n" + column + "\n";
    return read(text).motifs().get(0);
  }

  private static void assertRefused(String column, String code, long line) {
    assertThatExceptionOfType(MotifFormatException.class)
        .isThrownBy(() -> column(column))
        .satisfies(e -> assertThat(e.code()).isEqualTo(code))
        .satisfies(e -> assertThat(e.line()).isEqualTo(line));
  }
}
