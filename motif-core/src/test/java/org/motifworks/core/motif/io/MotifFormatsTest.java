package org.motifworks.core.motif.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.motifworks.core.Fixtures;
import org.motifworks.core.motif.Background;
import org.motifworks.core.motif.Motif;
import org.motifworks.core.motif.PositionCountMatrix;
import org.motifworks.core.motif.PositionProbabilityMatrix;

/**
 * Files as their programs write them. The counts and consensus letters expected of TRANSFAC and
 * JASPAR are what Biopython 1.88 ({@code Bio.motifs}) gives for the same text; so are HOMER's rows.
 */
class MotifFormatsTest {

  @Test
  void fullMemeText_isReadPastItsOtherSections() throws IOException {
    MotifFile file = MotifFiles.read(Fixtures.file(getClass(), "full.meme"));
    assertThat(file.format()).isEqualTo(MotifFileFormat.MEME);
    assertThat(file.rejected()).isEmpty();
    assertThat(file.background()).isEqualTo(new Background(.305, .195, .195, .305));
    assertThat(file.motifs()).extracting(Motif::id).containsExactly("TGACTC", "AAGG");
    assertThat(file.motifs()).extracting(Motif::name).containsExactly("MEME-1", "MEME-2");
    assertThat(file.motifs()).extracting(Motif::sites).containsExactly(4.0, 3.0);
    assertThat(file.motifs()).extracting(Motif::eValue).containsExactly(.031, 2700.0);
    assertThat(file.motifs().get(0).matrix().consensus()).isEqualTo("TGACTC");
    assertThat(file.motifs().get(1).matrix().rows()[3]).containsExactly(0.333333, 0, 0.666667, 0);
  }

  @Test
  void memeMotif_withoutMatrixOrWithAWrongWidth_isRejected() {
    String text =
        "MEME version 4\nMOTIF none\nMOTIF long\nletter-probability matrix: w= 1\n"
            + "1 0 0 0\n0 1 0 0\nMOTIF short\nletter-probability matrix: w= 3\n1 0 0 0\n"
            + "MOTIF zero\nletter-probability matrix: alength= 4 w= 0\n"
            + "MOTIF twice\nletter-probability matrix: w= 1\n\n1 0 0 0\n"
            + "letter-probability matrix: w= 1\n1 0 0 0\n"
            + "MOTIF minus\nletter-probability matrix: w= 1 nsites= -2\n1 0 0 0\n"
            + "MOTIF good\nletter-probability matrix: nsites= 17.25\n1 0 0 0\n";
    MotifFile file = MotifFiles.read("test", text);
    assertThat(file.motifs()).extracting(Motif::id).containsExactly("twice", "good");
    assertThat(file.motifs().get(1).sites()).isEqualTo(17.25);
    assertThat(file.rejected())
        .extracting(RejectedMotif::sentence)
        .containsExactly(
            "line 2: motif none, it has no letter-probability matrix",
            "line 6: motif long, it has more columns than its w= 1",
            "line 10: motif short, it has 1 of its 3 columns",
            "line 12: motif zero, it has no columns",
            "line 16: motif twice, it has a second letter-probability matrix",
            "line 19: motif minus, it has nsites= -2");
  }

  @Test
  void memeBackground_isNormalisedWhereItIsFarOff() {
    String text =
        "MEME version 4\nBackground letter frequencies\n%s\nMOTIF x\n"
            + "letter-probability matrix: w= 1\n1 0 0 0\n";
    String near = text.formatted("A 0.303 C 0.183 G 0.209 T 0.306");
    assertThat(MotifFiles.read("test", near).background())
        .isEqualTo(new Background(.303, .183, .209, .306));
    String far = text.formatted("A 0.3 C 0.2 G 0.2 T 0.25");
    assertThat(MotifFiles.read("test", far).background().a()).isEqualTo(.3 / .95, within(1e-12));
  }

  @Test
  void transfac_hasItsCountsNamesAndConsensus() throws IOException {
    MotifFile file = MotifFiles.read(Fixtures.file(getClass(), "two.transfac"));
    Motif myod = file.motifs().get(0);
    assertThat(myod.id()).isEqualTo("M00001");
    assertThat(myod.name()).isEqualTo("MyoD");
    assertThat(myod.sites()).isEqualTo(5);
    assertThat(myod.counts())
        .contains(
            PositionCountMatrix.of(
                new double[][] {
                  {1, 2, 2, 0}, {2, 1, 2, 0}, {3, 0, 1, 1}, {0, 5, 0, 0}, {5, 0, 0, 0},
                  {0, 0, 4, 1}, {0, 1, 4, 0}, {0, 0, 0, 5}, {0, 0, 5, 0}, {0, 1, 2, 2},
                  {0, 2, 0, 3}, {1, 0, 3, 1}
                }));
    assertThat(IupacCode.consensus(myod.matrix())).isEqualTo("SRACAGGTGKYG");
    Motif e47 = file.motifs().get(1);
    assertThat(e47.counts())
        .contains(
            PositionCountMatrix.of(
                new double[][] {
                  {4.25, 4, 3, 0}, {2.5, 5.5, 4, .125}, {3, 2, 4, 2}, {2, 0, 0, 9.75}
                }));
    assertThat(IupacCode.consensus(e47.matrix())).isEqualTo("VSNT");
  }

  @Test
  void transfacLikeText_withoutRecordEnds_isRead() {
    String stamp =
        "DE a first\n0 1 0 0 9 T\n1 9 0 0 0 A\nXX\nDE bad\n0 nan 0 0 9 T\nXX\nDE\tb\n0 2 0 0 2 W\nXX\n";
    MotifFile file = MotifFiles.read("test", stamp);
    assertThat(file.format()).isEqualTo(MotifFileFormat.TRANSFAC);
    assertThat(file.motifs()).extracting(Motif::id).containsExactly("a", "b");
    assertThat(file.rejected()).extracting(RejectedMotif::id).containsExactly("bad");
    assertThat(file.motifs()).extracting(Motif::width).containsExactly(2, 1);
  }

  @Test
  void jaspar_hasBiopythonsConsensus() {
    String agl3 =
        ">MA0001.1 AGL3\nA  [ 0  3 79 40 66 48 65 11 65  0 ]\nC  [94 75  4  3  1  2  5  2  3  3 ]\n"
            + "G  [ 1  0  3  4  1  0  5  3 28 88 ]\nT  [ 2 19 11 50 29 47 22 81  1  6 ]\n";
    Motif motif = MotifFiles.read("test", agl3).motifs().get(0);
    assertThat(IupacCode.consensus(motif.matrix())).isEqualTo("CCAWAWATAG");
  }

  @Test
  void homer_hasItsNamesThresholdSitesAndPrintedDigits() throws IOException {
    MotifFile file = MotifFiles.read(Fixtures.file(getClass(), "two.motif"));
    Motif known = file.motifs().get(0);
    assertThat(known.id()).isEqualTo("AP-1(bZIP)/ThioMac-PU.1-ChIP-Seq(GSE21512)/Homer");
    assertThat(known.scoreThreshold()).isEqualTo(OptionalDouble.of(6.049537));
    assertThat(known.sites()).as("not told by this header").isZero();
    PositionProbabilityMatrix matrix = known.matrix();
    assertThat(matrix.printed(0, 0)).isEqualTo(.419);
    assertThat(matrix.probability(0, 0))
        .as("its row sums to .999")
        .isEqualTo(.419 / .999, within(1e-12));
    assertThat(IupacCode.consensus(matrix)).isEqualTo("NTGASTCAKN");
    Motif found = file.motifs().get(1);
    assertThat(found.id()).isEqualTo("1-SCCTSAGGSCAW,BestGuess:AP-2gamma(AP2)/MCF7");
    assertThat(found.sites()).isEqualTo(26194);
    StringBuilder text = new StringBuilder();
    HomerFormat.write(List.of(found), text);
    assertThat(text)
        .hasToString(
            ">SC\t1-SCCTSAGGSCAW,BestGuess:AP-2gamma(AP2)/MCF7\t6.349794\t0\t0\tT:26194.0\n"
                + "0.005000\t0.431000\t0.547000\t0.017000\n0.001000\t0.997000\t0.001000\t0.001000\n");
  }

  /** 0.8 of the best score: ln(1 / .25) + ln(.5 / .25) is 2.0794415. */
  @Test
  void homerThreshold_ofAMotifWithoutOne_isEightTenthsOfTheBestScore() throws IOException {
    StringBuilder text = new StringBuilder();
    HomerFormat.write(MotifFiles.read("test", "1 0 0 0\n.5 .5 0 0\n").motifs(), text);
    assertThat(text.toString()).startsWith(">AM\tmotif-1\t1.663553\n");
  }

  @Test
  void uniProbe_givesItsProbabilityMatrices() throws IOException {
    MotifFile file = MotifFiles.read(Fixtures.file(getClass(), "sections.uniprobe"));
    assertThat(file.rejected()).isEmpty();
    assertThat(file.motifs()).extracting(Motif::id).containsExactly("Zif268", "Cbf1");
    assertThat(file.motifs()).extracting(Motif::name).containsExactly("", "yeast factor");
    assertThat(file.motifs().get(0).matrix().rows()[1])
        .containsExactly(.0305212410301, .0715, .8679787589699, .03);
  }

  @Test
  void plain_isReadAcrossOrDownAsCountsOrProbabilities() {
    double[][] rows = {{1, 3, 5, 7}, {2, 4, 6, 8}};
    for (String text :
        List.of(
            "1 3 5 7\n2 4 6 8\n",
            "1 2\n3 4\n5 6\n7 8\n",
            "A: 1 2\nC: 3 4\nG: 5 6\nT: 7 8\n",
            "a| 1 2\nc| 3 4\ng| 5 6\nt| 7 8\n",
            "A C G T\n1 3 5 7\n2 4 6 8\n",
            "Pos\tA\tC\tG\tT\n1\t1\t3\t5\t7\n2\t2\t4\t6\t8\n",
            "# made by hand\n> \n1 3 5 7\n\n2 4 6 8\n")) {
      Motif motif = MotifFiles.read("test", text).motifs().get(0);
      assertThat(motif.id()).isEqualTo("motif-1");
      assertThat(motif.counts()).as(text).contains(PositionCountMatrix.of(rows));
    }
    Motif probabilities = MotifFiles.read("test", "1 0 0 0\n0 1 0 0\n").motifs().get(0);
    assertThat(probabilities.counts()).isEmpty();
    assertThat(probabilities.sites()).isZero();
  }

  @Test
  void plainMatrices_areSeparatedByBlankLines_andFourByFourIsReadDownUnlessOnlyColumnsAgree() {
    String across = "10 0 5 1\n0 10 1 5\n0 0 2 2\n0 0 2 2\n";
    String down = "4 3 2 1\n4 3 2 1\n1 2 3 4\n0 0 0 10\n";
    List<Motif> motifs = MotifFiles.read("test", across + "\n" + down).motifs();
    assertThat(motifs).extracting(Motif::id).containsExactly("motif-1", "motif-2");
    assertThat(motifs.get(0).counts().orElseThrow().count(0, 0)).isEqualTo(10);
    assertThat(motifs.get(0).matrix().consensus()).isEqualTo("ACAC");
    assertThat(motifs.get(1).matrix().consensus()).isEqualTo("AATT");
  }
}
