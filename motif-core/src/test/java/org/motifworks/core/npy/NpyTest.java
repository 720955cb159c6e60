package org.motifworks.core.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motifworks.core.Fixtures;

/** The fixtures were written by numpy.save of NumPy 2.4. */
class NpyTest {

  @TempDir Path folder;

  @Test
  void bytesWritten_areThoseOfNumpy() throws IOException {
    Path file = folder.resolve("bytes.npy");
    try (NpyWriter writer = NpyWriter.bytes(file, 4)) {
      for (int row = 0; row < 3; row++) writer.writeRow(rowOf(row));
    }
    assertThat(file).hasSameBinaryContentAs(fixture("uint8-3x4.npy"));
  }

  @Test
  void emptyMatrix_isThatOfNumpy() throws IOException {
    Path file = folder.resolve("empty.npy");
    NpyWriter.bytes(file, 200).close();
    assertThat(file).hasSameBinaryContentAs(fixture("uint8-0x200.npy"));
    try (MappedByteMatrix matrix = MappedByteMatrix.open(file)) {
      assertThat(matrix.rows()).isZero();
      assertThat(matrix.columns()).isEqualTo(200);
    }
  }

  @Test
  void floatsWritten_areThoseOfNumpy() throws IOException {
    float[] values = new float[24];
    for (int i = 0; i < values.length; i++) values[i] = i / 8f;
    Path whole = folder.resolve("whole.npy");
    NpyWriter.write(whole, values, 2, 3, 4);
    assertThat(whole).hasSameBinaryContentAs(fixture("float32-2x3x4.npy"));

    Path streamed = folder.resolve("streamed.npy");
    try (NpyWriter writer = NpyWriter.floats(streamed, 3, 4)) {
      writer.writeRow(Arrays.copyOf(values, 12));
      writer.writeRow(Arrays.copyOfRange(values, 12, 24));
    }
    assertThat(streamed).hasSameBinaryContentAs(whole);
    assertThat(NpyReader.readFloats(streamed))
        .isEqualTo(new NpyFloatArray(List.of(2, 3, 4), values));
  }

  @Test
  void vector_isReadAndWrittenLikeNumpy() throws IOException {
    float[] values = {0, -1.5f, 3.25f, Float.POSITIVE_INFINITY, 1e-30f};
    assertThat(NpyReader.readFloats(fixture("float32-5.npy")))
        .isEqualTo(new NpyFloatArray(List.of(5), values));
    Path file = folder.resolve("vector.npy");
    NpyWriter.write(file, values, 5);
    assertThat(file).hasSameBinaryContentAs(fixture("float32-5.npy"));
  }

  @Test
  void columnsOfAMatrix_areThoseOfTheWholeMatrix() throws IOException {
    float[] values = new float[5 * 3];
    for (int i = 0; i < values.length; i++) values[i] = i - 7.5f;
    Path file = folder.resolve("matrix.npy");
    NpyWriter.write(file, values, 5, 3);
    float[][] columns = NpyReader.readFloatColumns(file, 2, 0);
    for (int row = 0; row < 5; row++) {
      assertThat(columns[0][row]).isEqualTo(values[3 * row + 2]);
      assertThat(columns[1][row]).isEqualTo(values[3 * row]);
    }
    assertThatThrownBy(() -> NpyReader.readFloatColumns(file, 3))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> NpyReader.readFloatColumns(fixture("float32-5.npy"), 0))
        .isInstanceOf(NpyFormatException.class)
        .hasMessageContaining("float32 matrix");
  }

  @Test
  void headerLength_doesNotDependOnTheNumberOfRows() {
    int length = new NpyHeader(NpyType.UINT8, List.of(0L, 1000L)).toBytes().length;
    for (long rows : new long[] {9, 4_400_000, Long.MAX_VALUE / 1000}) {
      assertThat(new NpyHeader(NpyType.UINT8, List.of(rows, 1000L)).toBytes()).hasSize(length);
    }
    assertThat(length % 64).isZero();
  }

  @ParameterizedTest
  @CsvSource({"4", "5", "8", "11", "12", "1000"})
  void matrix_isTheSameInSegmentsOfAnySize(int segmentBytes) throws IOException {
    try (MappedByteMatrix matrix = new MappedByteMatrix(fixture("uint8-3x4.npy"), segmentBytes)) {
      assertThat(matrix.rows()).isEqualTo(3);
      assertThat(matrix.columns()).isEqualTo(4);
      for (int row = 0; row < 3; row++) {
        assertThat(matrix.row(row)).isEqualTo(rowOf(row));
        assertThat(matrix.get(row, 2)).isEqualTo((byte) (4 * row + 2));
      }
      byte[] both = new byte[9];
      matrix.copyRows(1, 2, both, 1);
      assertThat(both).containsExactly(0, 4, 5, 6, 7, 8, 9, 10, 11);
    }
  }

  /** 3 GB on paper, a few kilobytes on disk: only the last row is ever written. */
  @Test
  void matrixBeyondTwoGigabytes_isMappedToItsLastRow() throws IOException {
    Path file = folder.resolve("large.npy");
    byte[] header = new NpyHeader(NpyType.UINT8, List.of(3_000_000L, 1000L)).toBytes();
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.SPARSE,
            StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(header));
      channel.write(ByteBuffer.wrap(new byte[] {1, 2, 3}), header.length + 3_000_000_000L - 3);
    }
    try (MappedByteMatrix matrix = MappedByteMatrix.open(file)) {
      assertThat(matrix.rows()).isEqualTo(3_000_000);
      assertThat(matrix.get(2_999_999, 999)).isEqualTo((byte) 3);
      assertThat(matrix.row(2_999_999)).endsWith(0, 1, 2, 3);
      byte[] acrossSegments = new byte[4000];
      matrix.copyRows(Integer.MAX_VALUE / 1000 - 2, 4, acrossSegments, 0);
      assertThat(acrossSegments).containsOnly(0);
    }
  }

  @Test
  void rowOutsideTheMatrix_isAnError() throws IOException {
    try (MappedByteMatrix matrix = MappedByteMatrix.open(fixture("uint8-3x4.npy"))) {
      assertThatThrownBy(() -> matrix.row(3)).isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> matrix.row(-1)).isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> matrix.get(0, 4)).isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Test
  void closedMatrix_saysSo() throws IOException {
    MappedByteMatrix matrix = MappedByteMatrix.open(fixture("uint8-3x4.npy"));
    matrix.close();
    assertThatThrownBy(() -> matrix.row(0)).hasMessageContaining("is closed");
  }

  @Test
  void formatVersion2_isReadToo() throws IOException {
    try (MappedByteMatrix matrix = MappedByteMatrix.open(fixture("version-2.npy"))) {
      assertThat(matrix.row(2)).containsExactly(8, 9, 10, 11);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "truncated.npy,        'truncated: shape (3, 4) needs 140 bytes, it has 139.'",
    "too-long.npy,         'too long: shape (3, 4) needs 140 bytes, it has 141.'",
    "truncated-header.npy, truncated within its header.",
    "not-npy.npy,          not a .npy file (wrong first bytes).",
    "float64.npy,          element type '<f8'",
    "fortran-order.npy,    is in Fortran order",
    "float32-5.npy,        'expected a uint8 matrix, it holds FLOAT32 of shape (5,).'",
  })
  void wrongFile_isNamedWithItsDefect(String file, String defect) {
    assertThatThrownBy(() -> MappedByteMatrix.open(fixture(file)))
        .isInstanceOf(NpyFormatException.class)
        .hasMessageContaining(file)
        .hasMessageContaining(defect);
  }

  @Test
  void bytesWhereFloatsAreExpected_areRefused() {
    assertThatThrownBy(() -> NpyReader.readFloats(fixture("uint8-3x4.npy")))
        .isInstanceOf(NpyFormatException.class)
        .hasMessageContaining("expected a float32 array, it holds UINT8 of shape (3, 4).");
  }

  @Test
  void rowOfTheWrongLength_isRefused() throws IOException {
    try (NpyWriter writer = NpyWriter.bytes(folder.resolve("x.npy"), 4)) {
      assertThatThrownBy(() -> writer.writeRow(new byte[5])).hasMessageContaining("Row 0 has 5");
      assertThatThrownBy(() -> writer.writeRow(new float[4])).hasMessageContaining("UINT8");
    }
  }

  @Test
  void fileStillBeingWritten_isRefused() throws IOException {
    Path file = folder.resolve("unfinished.npy");
    try (NpyWriter writer = NpyWriter.bytes(file, 1000)) {
      for (int row = 0; row < 200; row++) writer.writeRow(new byte[1000]);
      assertThatThrownBy(() -> MappedByteMatrix.open(file)).isInstanceOf(NpyFormatException.class);
    }
    assertThat(Files.size(file)).isEqualTo(128 + 200_000);
  }

  private static byte[] rowOf(int row) {
    return new byte[] {
      (byte) (4 * row), (byte) (4 * row + 1), (byte) (4 * row + 2), (byte) (4 * row + 3)
    };
  }

  private static Path fixture(String name) {
    return Fixtures.file(NpyTest.class, name);
  }
}
