package org.motifworks.data.fasta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motifworks.core.dataset.DatasetDescription;
import org.motifworks.data.source.SourceProblem;

/** Every way an import says no: with a code, a place and a remedy, and without a dataset. */
class FastaImportRefusalTest {

  private static final String TWO_CLASSES =
      "'classes':[{'name':'A','file':'a.fa'},{'name':'B','file':'b.fa'}]";
  private static final long SEED = 20260102;

  @TempDir Path folder;
  private Import imported;

  @BeforeEach
  void begin() throws IOException {
    imported = new Import(folder);
    imported.file("a.fa", RandomFasta.of("a", 80, 50, SEED));
    imported.file("b.fa", RandomFasta.of("b", 80, 50, SEED + 1));
  }

  @Test
  void emptyFile() throws IOException {
    imported.file("a.fa", "");
    assertThat(refusal(TWO_CLASSES).code()).isEqualTo("fasta.empty");
    assertThat(refusal(TWO_CLASSES + ",'onInvalid':'skip'").code()).isEqualTo("fasta.empty");
  }

  @Test
  void textThatIsNoFasta() throws IOException {
    imported.file("a.fa", "hello\n");
    assertThat(refusal(TWO_CLASSES).code()).isEqualTo("fasta.no-header");
  }

  @Test
  void invalidLetter_namesFileLineColumnRecord() throws IOException {
    imported.file("a.fa", ">x\nACGT\n>y\nAC*T\n");
    SourceProblem problem = refusal(TWO_CLASSES + ",'window':4");
    assertThat(problem.code()).isEqualTo("fasta.invalid-letter");
    assertThat(problem.detail()).contains("a.fa line 4, column 3", "record y", "'*'");
    assertThat(problem.action()).contains("onInvalid=skip");
  }

  @Test
  void invalidLetter_isSkippedAndCountedWhenAsked() throws IOException {
    imported.file("a.fa", RandomFasta.of("a", 80, 50, SEED) + ">bad\nAC*T\n>bad2\n%\n");
    DatasetDescription description = imported.run(TWO_CLASSES + ",'onInvalid':'skip'");
    assertThat(description.warnings())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.code()).isEqualTo("skipped.fasta.invalid-letter");
              assertThat(warning.count()).isEqualTo(2);
              assertThat(warning.detail()).contains("record bad");
            });
    assertThat(description.sequences()).isEqualTo(160);
  }

  @Test
  void truncatedGzip() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(RandomFasta.of("a", 500, 50, SEED).getBytes(StandardCharsets.US_ASCII));
    }
    byte[] half = Arrays.copyOf(packed.toByteArray(), packed.size() / 2);
    imported.file("a.fa", Files.write(folder.resolve("half.fa.gz"), half));
    assertThat(refusal(TWO_CLASSES + ",'onInvalid':'skip'").code()).isEqualTo("gzip.truncated");
  }

  @Test
  void differentLengths_withoutAWindow() throws IOException {
    imported.file("b.fa", RandomFasta.of("b", 80, 60, SEED));
    SourceProblem problem = refusal(TWO_CLASSES);
    assertThat(problem.code()).isEqualTo("fasta.length-differs");
    assertThat(problem.detail()).contains("b0", "60 nt", "a0 in a.fa", "50");
    assertThat(problem.action()).contains("window");
  }

  @Test
  void shorterThanTheWindow_isRefusedOrSkipped() throws IOException {
    imported.file("a.fa", RandomFasta.of("a", 80, 50, SEED) + ">short\nACGT\n");
    assertThat(refusal(TWO_CLASSES + ",'window':40").code()).isEqualTo("fasta.too-short");
    DatasetDescription description = imported.run(TWO_CLASSES + ",'window':40,'onInvalid':'skip'");
    assertThat(description.warnings().get(0).code()).isEqualTo("skipped.fasta.too-short");
  }

  @Test
  void tooFewRecordsForASplit() throws IOException {
    imported.file("a.fa", ">a\nACGTT\n").file("b.fa", ">b\nAGGTT\n");
    SourceProblem problem = refusal(TWO_CLASSES);
    assertThat(problem.code()).isEqualTo("split.empty");
    assertThat(problem.detail()).contains("2 different sequences");
  }

  @Test
  void idWithoutChromosome() {
    SourceProblem problem =
        refusal(TWO_CLASSES + ",'split':{'by':'chromosome','validation':['1'],'test':['2']}");
    assertThat(problem.code()).isEqualTo("split.no-chromosome");
    assertThat(problem.detail()).contains("a0");
  }

  @Test
  void chromosomeThatDoesNotOccur() throws IOException {
    imported.file("a.fa", RandomFasta.onChromosomes(3, 30, 50, SEED));
    imported.file("b.fa", RandomFasta.onChromosomes(3, 30, 50, SEED + 1));
    SourceProblem problem =
        refusal(TWO_CLASSES + ",'split':{'by':'chromosome','validation':['chr1'],'test':['chrX']}");
    assertThat(problem.code()).isEqualTo("split.unknown-chromosome");
    assertThat(problem.detail()).contains("X", "1, 2, 3");
  }

  @Test
  void recordWithoutALineInTheLabelTable() throws IOException {
    imported.file("labels.tsv", "id\tA\tB\na0\t1\t0\n");
    SourceProblem problem = refusal("'labels':'labels.tsv','sequences':['a.fa']");
    assertThat(problem.code()).isEqualTo("labels.missing");
    assertThat(problem.detail()).contains("a1");
  }

  @Test
  void classWithoutASequence() throws IOException {
    StringBuilder table = new StringBuilder("id\tA\tB\n");
    for (int i = 0; i < 80; i++) table.append("a" + i + "\t" + i % 2 + "\t0\n");
    imported.file("labels.tsv", table.toString());
    SourceProblem problem = refusal("'labels':'labels.tsv','sequences':['a.fa']");
    assertThat(problem.code()).isEqualTo("classes.empty");
    assertThat(problem.detail()).contains("'B'");
  }

  @Test
  void fileThatWasNotSent() {
    SourceProblem problem = refusal(TWO_CLASSES.replace("b.fa", "c.fa"));
    assertThat(problem.code()).isEqualTo("upload.file-missing");
  }

  private SourceProblem refusal(String settings) {
    SourceProblem problem = catchThrowableOfType(SourceProblem.class, () -> imported.run(settings));
    assertThat(problem).as("the import's refusal").isNotNull();
    assertThat(problem.action()).isNotBlank();
    assertThat(imported.out().resolve("dataset.json")).doesNotExist();
    return problem;
  }
}
