package org.motifworks.data.peaks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motifworks.core.dataset.DatasetDescription;
import org.motifworks.data.source.SourceProblem;

class PeaksImportRefusalTest {

  private static final String TWO =
      "'genome':'genome.fa','peaks':[{'name':'A','file':'a.bed'},{'name':'B','file':'b.bed'}],"
          + "'split':{'by':'chromosome','validation':['chr7'],'test':['chr8']}";
  private static final String GOOD =
      "chr1\t2000\t2200\nchr1\t9000\t9200\nchr7\t2000\t2200\nchr8\t2000\t2200\n";

  @TempDir Path folder;

  private PeakImport with;

  @BeforeEach
  void files() throws IOException {
    with =
        new PeakImport(folder)
            .file("genome.fa", new TinyGenome().fasta(folder.resolve("genome.fa")))
            .file("a.bed", GOOD)
            .file("b.bed", GOOD.replace("chr1\t9000\t9200", "chr1\t12000\t12200"));
  }

  @Test
  void goodFiles_areNotRefused() throws IOException {
    assertThat(with.run(TWO).sequences()).isEqualTo(5);
  }

  @Test
  void peakPastChromosomeEnd_isCutAndReported() throws IOException {
    DatasetDescription made = with.file("a.bed", GOOD + "chr8\t9700\t99999\n").run(TWO);
    assertThat(made.warnings())
        .anySatisfy(
            warning -> {
              assertThat(warning.code()).isEqualTo("peaks.past-chromosome-end");
              assertThat(warning.detail()).contains("a.bed line 5");
            });
  }

  @Test
  void peakBehindChromosomeEnd_isAnotherAssembly() throws IOException {
    with.file("a.bed", GOOD + "chr8\t9999\t10100\n");
    assertRefused(TWO, "peaks.off-chromosome", "a.bed line 5", "chr8 has 9999 nt");
  }

  @Test
  void unknownChromosome_isReported() throws IOException {
    DatasetDescription made = with.file("a.bed", GOOD + "chr99\t1\t500\n").run(TWO);
    assertThat(made.warnings())
        .anyMatch(warning -> warning.code().equals("peaks.unknown-chromosome"));
  }

  @Test
  void peaksOfAnotherSpecies_areRefused() throws IOException {
    with.file("b.bed", "chrIV\t1\t500\n");
    assertRefused(TWO, "peaks.no-chromosome", "b.bed", "'chrIV'");
  }

  @Test
  void brokenLine_isRefusedWithItsPlace() throws IOException {
    with.file("b.bed", GOOD + "chr1\t20\tx\n");
    assertRefused(TWO, "bed.number", "b.bed line 5", "'x' is no coordinate");
  }

  @Test
  void genomeThatIsNoFasta_isRefused() throws IOException {
    with.file("genome.fa", GOOD);
    assertRefused(TWO, "fasta.no-header", "genome.fa line 1");
  }

  @Test
  void heldOutChromosomeThatIsNotThere_isRefused_withThoseThatAre() {
    assertRefused(TWO.replace("chr7", "chr77"), "split.unknown-chromosome", "chr77", "chr1, chr7");
    assertRefused(TWO.replace("chr7", "chr7:5-99999999"), "split.region", "chr7:5-99999999");
  }

  @Test
  void splitWithoutPeaks_isRefused() {
    assertRefused(TWO.replace("chr7", "chr9"), "split.empty", "validation");
  }

  @Test
  void classWithoutABin_orWithAll_isRefused() throws IOException {
    with.file("short.bed", "chr1\t2000\t2050\n");
    String third = TWO.replace("'peaks':[", "'peaks':[{'name':'C','file':'short.bed'},");
    assertRefused(third, "classes.empty", "'C'");
    String single = TWO.replace(",{'name':'B','file':'b.bed'}", "");
    assertRefused(single, "classes.single", "'A'");
    assertThat(with.run(single + ",'negatives':'gc'").sequences()).isGreaterThan(4);
  }

  @Test
  void settingsThatDoNotFit_areRefusedBeforeAnyFileIsRead() {
    assertRefused(TWO + ",'window':1001", "source.window", "1001");
    assertRefused(TWO + ",'bin':2000", "source.window", "2000");
    assertRefused(TWO + ",'maxN':-1", "source.max-n", "-1");
    assertRefused(TWO.replace("b.bed", "../b.bed"), "source.file-name", "../b.bed");
    assertRefused("'peaks':[{'name':'A','file':'a.bed'}]", "source.file-missing", "genome");
  }

  private void assertRefused(String settings, String code, String... words) {
    assertThatThrownBy(() -> with.run(settings))
        .isInstanceOfSatisfying(
            SourceProblem.class,
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.detail()).contains(words);
              assertThat(e.action()).isNotBlank();
            });
    assertThat(with.out().resolve("dataset.json")).doesNotExist();
  }
}
