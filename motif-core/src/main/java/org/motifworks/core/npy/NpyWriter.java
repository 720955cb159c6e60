package org.motifworks.core.npy;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Streams rows into a {@code .npy} file whose number of rows is known only at the end.
 *
 * <p>Shape {@code [rows, ...rowShape]}. The header is completed by {@link #close()}; until then
 * readers refuse the file. Not for several threads.
 */
public final class NpyWriter implements Closeable {

  private final FileChannel channel;
  private final NpyType type;
  private final List<Long> rowShape;
  private final int rowLength;
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
  private long rows;

  private NpyWriter(Path file, NpyType type, int... rowShape) throws IOException {
    this.type = type;
    this.rowShape = new ArrayList<>();
    int length = 1;
    for (int dimension : rowShape) {
      this.rowShape.add((long) dimension);
      length = Math.multiplyExact(length, dimension);
    }
    this.rowLength = length;
    byte[] header = header();
    this.channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    buffer.put(header);
  }

  /** A uint8 matrix of shape {@code [rows, columns]}. */
  public static NpyWriter bytes(Path file, int columns) throws IOException {
    return new NpyWriter(file, NpyType.UINT8, columns);
  }

  /**
   * A float32 array of shape {@code [rows, ...rowShape]}; without {@code rowShape}, {@code [rows]}.
   */
  public static NpyWriter floats(Path file, int... rowShape) throws IOException {
    return new NpyWriter(file, NpyType.FLOAT32, rowShape);
  }

  /** Writes a whole float32 array of the given shape, its values in row-major order. */
  public static void write(Path file, float[] values, int... shape) throws IOException {
    NpyFloatArray.checkShape(values, shape);
    int[] rowShape = Arrays.copyOfRange(shape, 1, shape.length);
    try (NpyWriter writer = floats(file, rowShape)) {
      writer.putFloats(values);
      writer.rows = shape[0];
    }
  }

  /** Appends one row of a uint8 matrix. */
  public void writeRow(byte[] row) throws IOException {
    check(NpyType.UINT8, row.length);
    for (int from = 0; from < row.length; ) {
      if (!buffer.hasRemaining()) flush();
      int count = Math.min(buffer.remaining(), row.length - from);
      buffer.put(row, from, count);
      from += count;
    }
    rows++;
  }

  /** Appends one row of a float32 array, its values in row-major order. */
  public void writeRow(float[] row) throws IOException {
    check(NpyType.FLOAT32, row.length);
    putFloats(row);
    rows++;
  }

  /** Rows written so far. */
  public long rows() {
    return rows;
  }

  /** Writes what is left and then the header with the final number of rows. */
  @Override
  public void close() throws IOException {
    if (!channel.isOpen()) return;
    try (channel) {
      flush();
      ByteBuffer header = ByteBuffer.wrap(header());
      while (header.hasRemaining()) channel.write(header, header.position());
    }
  }

  private void putFloats(float[] values) throws IOException {
    for (float value : values) {
      if (buffer.remaining() < Float.BYTES) flush();
      buffer.putFloat(value);
    }
  }

  private void flush() throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) channel.write(buffer);
    buffer.clear();
  }

  private byte[] header() {
    List<Long> shape = new ArrayList<>(rowShape);
    shape.add(0, rows);
    return new NpyHeader(type, shape).toBytes();
  }

  private void check(NpyType written, int length) {
    if (written != type)
      throw new IllegalArgumentException("This array is " + type + ", not " + written);
    if (length != rowLength) {
      throw new IllegalArgumentException(
          "Row " + rows + " has " + length + " elements, the array " + rowLength + " a row");
    }
  }
}
