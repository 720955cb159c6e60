package org.motifworks.core.npy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * A uint8 matrix of shape {@code [rows, columns]} read where it lies, in a {@code .npy} file of any
 * size.
 *
 * <p>Mapped in segments of whole rows, since Java 17 maps 2 GiB at most. Safe for many threads.
 * Java 17 offers no way to unmap: {@link #close()} drops the references, and the memory goes when
 * the garbage collector finds them (on Windows the file cannot be deleted before). The file must
 * not shrink while it is mapped.
 */
public final class MappedByteMatrix implements AutoCloseable {

  private final Path file;
  private final long rows;
  private final int columns;
  private final long rowsPerSegment;
  private volatile ByteBuffer[] segments;

  /** For tests, which have no files of several gigabytes. */
  MappedByteMatrix(Path file, int maxSegmentBytes) throws IOException {
    this.file = file;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      NpyHeader header = NpyHeader.read(channel, file);
      this.rows = header.shape().isEmpty() ? 0 : header.shape().get(0);
      this.columns = columns(header, maxSegmentBytes);
      this.rowsPerSegment = columns == 0 ? Math.max(1, rows) : maxSegmentBytes / columns;
      this.segments = map(channel, channel.position());
    }
  }

  /**
   * Opens a file.
   *
   * @throws NpyFormatException if it is no uint8 matrix, or shorter or longer than its header says
   */
  public static MappedByteMatrix open(Path file) throws IOException {
    return new MappedByteMatrix(file, Integer.MAX_VALUE);
  }

  public long rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  /** Copies row {@code row} (0-based) to {@code into[offset, offset + columns)}. */
  public void copyRow(long row, byte[] into, int offset) {
    copyRows(row, 1, into, offset);
  }

  /** A new array with row {@code row}. */
  public byte[] row(long row) {
    byte[] copy = new byte[columns];
    copyRows(row, 1, copy, 0);
    return copy;
  }

  /** Copies the {@code count} rows from {@code first} on, one after the other. */
  public void copyRows(long first, int count, byte[] into, int offset) {
    Objects.checkFromIndexSize(first, count, rows);
    ByteBuffer[] mapped = mapped();
    for (long row = first; row < first + count; ) {
      long within = row % rowsPerSegment;
      int copied = (int) Math.min(rowsPerSegment - within, first + count - row);
      int at = offset + Math.multiplyExact((int) (row - first), columns);
      ByteBuffer segment = mapped[(int) (row / rowsPerSegment)];
      segment.get((int) within * columns, into, at, Math.multiplyExact(copied, columns));
      row += copied;
    }
  }

  /** One element. */
  public byte get(long row, int column) {
    Objects.checkIndex(row, rows);
    Objects.checkIndex(column, columns);
    int within = (int) (row % rowsPerSegment);
    return mapped()[(int) (row / rowsPerSegment)].get(within * columns + column);
  }

  @Override
  public void close() {
    segments = null;
  }

  private ByteBuffer[] mapped() {
    ByteBuffer[] mapped = segments;
    if (mapped == null) throw new IllegalStateException(file + " is closed");
    return mapped;
  }

  private int columns(NpyHeader header, int maxSegmentBytes) throws NpyFormatException {
    if (header.type() != NpyType.UINT8 || header.shape().size() != 2) {
      throw new NpyFormatException(
          file,
          "expected a uint8 matrix, it holds "
              + header.type()
              + " of shape "
              + header.tuple()
              + ".");
    }
    if (header.shape().get(1) > maxSegmentBytes) {
      throw new NpyFormatException(file, "its rows are longer than " + maxSegmentBytes + " bytes.");
    }
    return header.shape().get(1).intValue();
  }

  private ByteBuffer[] map(FileChannel channel, long dataStart) throws IOException {
    int count = Math.toIntExact((rows + rowsPerSegment - 1) / rowsPerSegment);
    ByteBuffer[] mapped = new ByteBuffer[count];
    for (int i = 0; i < count; i++) {
      long first = i * rowsPerSegment;
      long length = Math.min(rowsPerSegment, rows - first) * columns;
      mapped[i] = channel.map(FileChannel.MapMode.READ_ONLY, dataStart + first * columns, length);
    }
    return mapped;
  }
}
