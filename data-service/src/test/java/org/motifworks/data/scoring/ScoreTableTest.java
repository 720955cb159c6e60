package org.motifworks.data.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motifworks.kit.problem.Problem;

class ScoreTableTest {

  private static final String ROWS =
      "id\tCTCF\terror\na\t0.5\t\nb\t\tsequence.empty: It is empty.\n";

  @TempDir Path folder;

  @Test
  void wholeTable_isKept_andCounted() throws IOException {
    String table = ROWS + "#count=2 errors=1 model=m\n";
    assertThat(write(stream(table))).isEqualTo(new ScoreTable.Counts(2, 1));
    try (InputStream kept = new GZIPInputStream(Files.newInputStream(file()))) {
      assertThat(new String(kept.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(table);
    }
  }

  @Test
  void tableThatEndsByAnError_isTheProblemOfItsInput() {
    String table = ROWS + "\t\tgzip.truncated: The file was cut off.\n";
    assertThatThrownBy(() -> write(stream(table)))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo("gzip.truncated"))
        .hasMessageContaining("The file was cut off.");
  }

  @Test
  void answerThatIsCutOff_isNoTable() {
    InputStream cut =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new EOFException("the answer was cut off");
          }
        };
    assertThatThrownBy(() -> write(new SequenceInputStream(stream(ROWS), cut)))
        .isInstanceOf(EOFException.class);
  }

  private ScoreTable.Counts write(InputStream answer) throws IOException {
    return ScoreTable.write(answer, file(), () -> {});
  }

  private Path file() {
    return folder.resolve("scores.tsv.gz");
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
