package org.motifworks.core.jaspar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.motifworks.core.motif.Motif;
import org.motifworks.core.motif.PositionCountMatrix;
import org.motifworks.core.motif.ReferenceFolder;
import org.motifworks.core.motif.RelevantMotifs;
import org.motifworks.core.motif.io.MemeFormat;

class JasparDatabaseTest {
  /** Counts of MA0151.1 as https://jaspar.elixir.no prints them. */
  @Test
  void arid3a_hasJasparsCounts() {
    Motif arid3a = JasparDatabase.jaspar2016().find("MA0151.1").orElseThrow();
    double[][] expected = {
      {27, 0, 0, 0}, {0, 0, 0, 27}, {1, 9, 0, 17}, {27, 0, 0, 0}, {27, 0, 0, 0}, {20, 0, 1, 6}
    };
    assertThat(arid3a.name()).isEqualTo("Arid3a");
    assertThat(arid3a.sites()).isEqualTo(27);
    assertThat(arid3a.counts()).contains(PositionCountMatrix.of(expected));
  }

  @Test
  void releases_haveTheirNumberOfMatricesOrderedById() {
    assertThat(JasparDatabase.jaspar2016().motifs()).hasSize(519);
    assertThat(JasparDatabase.newest().motifs()).hasSize(1019);
    assertThat(JasparDatabase.jaspar2016().motifs()).extracting(Motif::id).isSorted();
    assertThat(JasparDatabase.newest().motifs()).extracting(Motif::id).isSorted();
  }

  @Test
  void everyRelevantMatrixOfThePaper_isInJaspar2016UnderItsFactor() {
    RelevantMotifs relevant = RelevantMotifs.paper();
    assertThat(relevant.factors()).hasSize(12);
    assertThat(relevant.factors())
        .allSatisfy(factor -> assertThat(relevant.baseIds(factor)).isNotEmpty());
    assertThat(relevant.factorOf("MA0466.2")).contains("CEBPB");
    assertThat(relevant.factorOf("MA0601.1")).contains("ARID3A");
    assertThat(relevant.factorOf("MA0660.1")).contains("MEF2A");
    assertThat(relevant.factorOf("MA0139.1")).isEmpty();
  }

  /** Equal to the MEME Suite's file in id, name, order, printed digits and sites. */
  @Test
  void jaspar2016_equalsTheMemeSuitesFile() throws IOException {
    Path file = ReferenceFolder.file("data/JASPAR_CORE_2016_vertebrates.meme");
    try (Reader reader = Files.newBufferedReader(file)) {
      List<Motif> published = MemeFormat.read("jaspar", reader).motifs();
      List<Motif> bundled = JasparDatabase.jaspar2016().asMemePrintsThem();
      assertThat(bundled).hasSameSizeAs(published);
      for (int i = 0; i < bundled.size(); i++) {
        Motif ours = bundled.get(i);
        Motif theirs = published.get(i);
        assertThat(ours.id()).isEqualTo(theirs.id());
        assertThat(ours.name()).isEqualTo(theirs.name());
        assertThat(ours.sites()).as(ours.id()).isEqualTo(theirs.sites());
        assertThat(ours.matrix()).as(ours.id()).isEqualTo(theirs.matrix());
      }
    }
  }
}
