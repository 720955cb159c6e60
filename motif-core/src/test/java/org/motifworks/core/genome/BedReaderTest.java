package org.motifworks.core.genome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motifworks.core.sequence.SequenceFormatException;

class BedReaderTest {

  private static final String NARROW_PEAK =
      "track type=narrowPeak name=\"x\"\n"
          + "browser position chr1:1-2\r\n"
          + "# a remark\n\n"
          + "chr1\t9356548\t9356648\t.\t0\t.\t182\t5.0945\t-1\t50\n"
          + "trackless 5 7\n";

  @Test
  void narrowPeak_givesItsFirstThreeColumns_withTheLine() throws IOException {
    assertThat(read(NARROW_PEAK.getBytes(StandardCharsets.UTF_8)))
        .containsExactly("chr1:9356548-9356648@5", "trackless:5-7@6");
  }

  @Test
  void gzip_isReadAsIfItWerePlain() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(NARROW_PEAK.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(read(bytes.toByteArray())).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "chr1 5,bed.columns,three columns",
    "chr1 5 x,bed.number,'x'",
    "chr1 -5 9,bed.number,'-5'",
    "chr1 9 9,bed.order,not after",
    "chr1 1e5 2e5,bed.number,coordinate",
    "chr1 9999999999999 99999999999999,bed.number,coordinate",
    "#only remarks,bed.empty,no interval"
  })
  void lineThatIsNoInterval_isRefusedWithItsPlace(String line, String code, String words) {
    assertThatThrownBy(() -> read((line + "\n").getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            SequenceFormatException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessageContaining("peaks.bed")
        .hasMessageContaining(words.replace("'x'", "x"));
  }

  @Test
  void binaryFile_isRefusedShortly() {
    byte[] zeros = new byte[200_000];
    assertThatThrownBy(() -> read(zeros))
        .isInstanceOf(SequenceFormatException.class)
        .message()
        .hasSizeLessThan(300);
  }

  private static List<String> read(byte[] bytes) throws IOException {
    List<String> intervals = new ArrayList<>();
    BedReader.read(
        new ByteArrayInputStream(bytes),
        "peaks.bed",
        (name, start, end, line) -> intervals.add(name + ":" + start + "-" + end + "@" + line));
    return intervals;
  }
}
