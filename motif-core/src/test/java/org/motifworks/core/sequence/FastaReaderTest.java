package org.motifworks.core.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.motifworks.core.Fixtures;

class FastaReaderTest {

  private static final List<SequenceRecord> ONE_AND_TWO =
      List.of(record("one", "ACGTNACGT"), record("two", "TTTT"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "good.fasta",
        "crlf.fasta",
        "carriage-return-only.fasta",
        "byte-order-mark.fasta",
        "trailing-blanks.fasta",
        "two-members.fasta.gz"
      })
  void theSameRecords_whateverTheFileLooksLike(String file) throws IOException {
    assertThat(read(file)).isEqualTo(ONE_AND_TWO);
  }

  @Test
  void lowerCaseUAndAmbiguityCodes_areRead() throws IOException {
    assertThat(read("lower-case.fasta")).containsExactly(record("one", "ACGTTNNNNNNNNNNNN"));
  }

  @Test
  void gzip_isKnownByItsBytesNotItsName() throws IOException {
    assertThat(read("gzip-without-suffix.fasta")).containsExactly(record("one", "ACGT"));
    assertThat(read("plain.fasta.gz")).hasSize(50).allMatch(record -> record.length() == 200);
  }

  @ParameterizedTest
  @CsvSource({
    "empty.fasta,               fasta.empty,          0, 0, ''",
    "blank-lines-only.fasta,    fasta.empty,          0, 0, ''",
    "no-header.fasta,           fasta.no-header,      1, 1, ''",
    "invalid-letter.fasta,      fasta.invalid-letter, 5, 7, chr8:1200-1400",
    "crlf-invalid-letter.fasta, fasta.invalid-letter, 3, 3, one",
    "empty-record.fasta,        fasta.empty-record,   3, 0, hollow",
    "header-without-id.fasta,   fasta.no-id,          3, 0, ''",
    "truncated.fasta.gz,        gzip.truncated,       0, 0, ''",
    "damaged.fasta.gz,          gzip.corrupt,         0, 0, ''",
  })
  void defect_isNamedWithItsPlace(String file, String code, long line, long column, String record) {
    assertThatThrownBy(() -> read(file))
        .isInstanceOfSatisfying(
            SequenceFormatException.class,
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.source()).isEqualTo(file);
              assertThat(e.line()).isEqualTo(line);
              assertThat(e.column()).isEqualTo(column);
              assertThat(e.record()).isEqualTo(record);
              assertThat(e).hasMessageStartingWith(file);
              assertThat(FastaReader.endsReading(e)).isEqualTo(record.isEmpty() && line <= 1);
            });
  }

  @Test
  void message_saysWhatAndWhere() {
    assertThatThrownBy(() -> read("invalid-letter.fasta"))
        .hasMessage(
            "invalid-letter.fasta line 5, column 7 (record chr8:1200-1400): '*'."
                + " Allowed: A C G T U N and IUPAC codes.");
  }

  @ParameterizedTest
  @CsvSource({
    "invalid-letter.fasta, fine, after",
    "empty-record.fasta, one, two",
    "header-without-id.fasta, one, two"
  })
  void afterABadRecord_readingGoesOn(String file, String before, String after) throws IOException {
    try (FastaReader reader = FastaReader.open(Fixtures.file(getClass(), file))) {
      assertThat(reader.next().id()).isEqualTo(before);
      assertThatThrownBy(reader::next).isInstanceOf(SequenceFormatException.class);
      assertThat(reader.next().id()).isEqualTo(after);
      assertThat(reader.hasNext()).isFalse();
    }
  }

  @Test
  void recordOverTheLimit_isRefusedAndSkipped() throws IOException {
    String fasta = ">long\n" + "ACGT".repeat(50_000) + "\n>short\nACGT\n";
    FastaLimits limits = FastaLimits.DEFAULT.withRecordLength(1000);
    try (FastaReader reader = FastaReader.of(stream(fasta), "upload", limits)) {
      assertThatThrownBy(reader::next)
          .isInstanceOfSatisfying(
              SequenceFormatException.class,
              e -> assertThat(e.code()).isEqualTo("fasta.record-too-long"));
      assertThat(reader.next()).isEqualTo(record("short", "ACGT"));
    }
  }

  @Test
  void recordAtTheLimit_isRead() throws IOException {
    FastaLimits limits = FastaLimits.DEFAULT.withRecordLength(8);
    try (FastaReader reader = FastaReader.of(stream(">r\nACGT\nACGT"), "upload", limits)) {
      assertThat(reader.next().length()).isEqualTo(8);
    }
  }

  @Test
  void endlessHeader_isRefused() throws IOException {
    String fasta = ">" + "x".repeat(1 << 20) + "\nACGT\n>next\nGG";
    try (FastaReader reader = FastaReader.of(stream(fasta), "upload", FastaLimits.DEFAULT)) {
      assertThatThrownBy(reader::next).hasMessageContaining("header is longer than 65536 bytes");
      assertThat(reader.next().id()).isEqualTo("next");
    }
  }

  @Test
  void lineEndsAndRecordsAcrossBufferEdges_areRead() throws IOException {
    List<SequenceRecord> records = new ArrayList<>();
    StringBuilder fasta = new StringBuilder();
    for (int i = 0; i < 400; i++) {
      String letters = "ACGTTGCAN".repeat(1 + i % 97);
      records.add(record("r" + i, letters));
      fasta.append(">r").append(i).append("\r\n");
      fasta.append(letters, 0, 5).append("\r\n").append(letters.substring(5)).append("\r\n");
    }
    assertThat(read(stream(fasta.toString()))).isEqualTo(records);
    assertThat(read(oneByteAtATime(stream(fasta.toString())))).isEqualTo(records);
  }

  @Test
  void gzipOfSeveralMembersFromASlowStream_isReadToTheEnd() throws IOException {
    byte[] bytes = Files.readAllBytes(Fixtures.file(getClass(), "two-members.fasta.gz"));
    InputStream slow = oneByteAtATime(new ByteArrayInputStream(bytes));
    assertThat(read(slow)).isEqualTo(ONE_AND_TWO);
  }

  @Test
  void writtenRecords_areReadBack() throws IOException {
    List<SequenceRecord> records =
        List.of(record("a", "ACGTN".repeat(100)), record("b", "A"), record("c", "C".repeat(80)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (FastaWriter writer = new FastaWriter(out)) {
      for (SequenceRecord record : records) writer.write(record);
    }
    assertThat(read(new ByteArrayInputStream(out.toByteArray()))).isEqualTo(records);
    assertThat(out.toString(StandardCharsets.US_ASCII).lines()).allMatch(l -> l.length() <= 80);
  }

  @Test
  void idWithASpace_isNotWritten() throws IOException {
    try (FastaWriter writer = new FastaWriter(new ByteArrayOutputStream())) {
      assertThatThrownBy(() -> writer.write(record("two words", "ACGT")))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private List<SequenceRecord> read(String fixture) throws IOException {
    List<SequenceRecord> records = new ArrayList<>();
    try (FastaReader reader = FastaReader.open(Fixtures.file(getClass(), fixture))) {
      reader.forEachRemaining(records::add);
    }
    return records;
  }

  private static List<SequenceRecord> read(InputStream in) throws IOException {
    List<SequenceRecord> records = new ArrayList<>();
    try (FastaReader reader = FastaReader.of(in, "stream", FastaLimits.DEFAULT)) {
      reader.forEachRemaining(records::add);
    }
    return records;
  }

  private static SequenceRecord record(String id, String letters) {
    return new SequenceRecord(id, DnaAlphabet.tokenise(letters));
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** As a slow network delivers, and with nothing ever "available". */
  private static InputStream oneByteAtATime(InputStream in) {
    return SmallReads.of(1, in);
  }
}
