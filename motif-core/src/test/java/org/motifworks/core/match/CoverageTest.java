package org.motifworks.core.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.motifworks.core.motif.Motif;
import org.motifworks.core.motif.PositionProbabilityMatrix;
import org.motifworks.core.motif.ReferenceFolder;
import org.motifworks.core.motif.Strand;
import org.motifworks.core.motif.io.MemeFormat;

class CoverageTest {
  private static final long SEED = 2019;

  @Test
  void wholeMotif_coversItself_onEitherStrand() {
    for (Motif motif : MotifDatabase.jaspar2016().motifs().subList(0, 50)) {
      Motif reversed = motif.withMatrix(motif.matrix().reverseComplement());
      assertThat(share(motif, motif, 0, Strand.FORWARD)).isCloseTo(1, within(1e-12));
      assertThat(share(reversed, motif, 0, Strand.REVERSE)).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void partOfAMotif_coversTheInformationOfItsColumns() {
    Motif ctcf = jaspar("MA0139.1");
    PositionProbabilityMatrix part = ctcf.matrix().slice(4, 10);

    double share = share(ctcf.withMatrix(part), ctcf, 4, Strand.FORWARD);

    double bits = part.informationContent() / ctcf.matrix().informationContent();
    assertThat(share).isCloseTo(bits, within(1e-6)); // rows have six digits
  }

  @Test
  void smallerLetterCounts_byHand() {
    // target: A of 2 bits, then A and C of 1/2 bit each; query: A and C of 1/2 bit, then G
    Motif target = motif(new double[][] {{1, 0, 0, 0}, {0.5, 0.5, 0, 0}});
    Motif query = motif(new double[][] {{0.5, 0.5, 0, 0}, {0, 0, 1, 0}});

    assertThat(share(query, target, 0, Strand.FORWARD)).isCloseTo(0.5 / 3, within(1e-12));
    assertThat(share(query, target, 1, Strand.FORWARD)).isCloseTo(1.0 / 3, within(1e-12));
  }

  @Test
  void flatQueryOrTarget_coversNothing() {
    Motif flat = motif(new double[][] {{0.25, 0.25, 0.25, 0.25}});
    Motif sharp = motif(new double[][] {{1, 0, 0, 0}});

    assertThat(share(flat, sharp, 0, Strand.FORWARD)).isZero();
    assertThat(share(sharp, flat, 0, Strand.FORWARD)).isZero();
  }

  /** The figures {@link Coverage#WHOLE} was chosen by. */
  @Test
  void motifsRedrawnFromTwentySites_areWhole() {
    Random random = new Random(SEED);
    List<Motif> motifs = MotifDatabase.jaspar2016().motifs();
    for (int i = 0; i < motifs.size(); i += 3) {
      Motif motif = motifs.get(i);
      assertThat(share(redrawn(motif, 20, random), motif, 0, Strand.FORWARD))
          .as(motif.id())
          .isGreaterThan(Coverage.WHOLE);
    }
  }

  /** The figures {@link Coverage#WHOLE} was chosen by. */
  @Test
  void cutMotifs_arePartial_wholeOnesAreNot() throws IOException {
    List<Coverage> whole = ownTargets("jaspar-motifs");
    List<Coverage> cut = ownTargets("trimmed-motifs");

    assertThat(whole).hasSize(28).noneMatch(Coverage::partial);
    assertThat(cut).hasSize(46);
    assertThat(cut.stream().filter(Coverage::partial)).hasSize(38);
  }

  /** What each query of a reference file covers of the JASPAR motif that it was made of. */
  private static List<Coverage> ownTargets(String set) throws IOException {
    List<Motif> queries;
    try (Reader reader =
        Files.newBufferedReader(ReferenceFolder.file("reference/tomtom/" + set + ".meme"))) {
      queries = MemeFormat.read(set, reader).motifs();
    }
    List<Coverage> coverages = new ArrayList<>();
    MotifMatcher matcher =
        new MotifMatcher(MotifDatabase.jaspar2016(), MatchSettings.tomtomDefaults());
    for (QueryMatches query : matcher.match(queries)) {
      query.matches().stream()
          .filter(match -> query.query().id().endsWith("_" + match.target().id()))
          .map(Coverage::of)
          .forEach(coverages::add);
    }
    return coverages;
  }

  private static Motif redrawn(Motif motif, int sites, Random random) {
    double[][] counts = new double[motif.width()][4];
    for (int position = 0; position < counts.length; position++) {
      for (int site = 0; site < sites; site++) {
        double u = random.nextDouble();
        int nucleotide = 0;
        while (nucleotide < 3 && u >= motif.matrix().probability(position, nucleotide)) {
          u -= motif.matrix().probability(position, nucleotide++);
        }
        counts[position][nucleotide]++;
      }
    }
    return motif.withMatrix(PositionProbabilityMatrix.normalized(counts));
  }

  private static Motif motif(double[][] rows) {
    return new Motif("m", "", PositionProbabilityMatrix.of(rows), 20);
  }

  private static double share(Motif query, Motif target, int offset, Strand strand) {
    return Coverage.of(
            new MotifMatch(
                query, target, ColumnDistance.EUCLIDEAN, offset, 1, strand, 0, 0, 0, "", ""))
        .share();
  }

  private static Motif jaspar(String id) {
    return MotifDatabase.jaspar2016().motifs().stream()
        .filter(motif -> motif.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
