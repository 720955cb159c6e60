package org.motifworks.data.fasta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motifworks.data.source.SourceProblem;

class LabelTableTest {

  @Test
  void reads_header_rows_blankLines_andCrLf() throws IOException {
    LabelTable table = read("\uFEFFid\tMAFK\tOct4\r\n\r\na\t1\t0\r\nb\t0\t0\r\n");
    assertThat(table.classes()).containsExactly("MAFK", "Oct4");
    assertThat(table.labels("a")).hasValue(new byte[] {1, 0});
    assertThat(table.labels("b")).hasValue(new byte[] {0, 0});
    assertThat(table.labels("c")).isEmpty();
    assertThat(table.size()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                          | labels.empty        | labels.tsv",
        "id;MAFK                     | labels.header       | line 1",
        "'id\tMAFK'                  | labels.empty        | no rows",
        "'id\tMAFK\tMAFK\na\t1\t0'   | labels.header       | twice",
        "'a\t1\t0\nb\t0\t1'          | labels.header       | line 1",
        "'id\tMAFK\na\t2'            | labels.value        | line 2",
        "'id\tMAFK\na\t'             | labels.value        | MAFK",
        "'id\tMAFK\na\t1\t1'         | labels.columns      | line 2",
        "'id\tMAFK\na\t1\n\na\t0'    | labels.duplicate-id | line 4"
      })
  void refuses_namingTheLine(String text, String code, String place) {
    SourceProblem problem = catchThrowableOfType(SourceProblem.class, () -> read(text));
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.detail()).contains(place);
  }

  @Test
  void refuses_whatIsNoUtf8() {
    byte[] gzip = {0x1f, (byte) 0x8b, 8, 0, (byte) 0xff, (byte) 0xfe};
    SourceProblem problem =
        catchThrowableOfType(
            SourceProblem.class,
            () -> LabelTable.read(new ByteArrayInputStream(gzip), "labels.tsv.gz"));
    assertThat(problem.code()).isEqualTo("labels.encoding");
  }

  private static LabelTable read(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return LabelTable.read(new ByteArrayInputStream(bytes), "labels.tsv");
  }
}
