package org.motifworks.core.npy;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** Reads float32 arrays into memory. For uint8 matrices see {@link MappedByteMatrix}. */
public final class NpyReader {

  private NpyReader() {}

  /**
   * A whole float32 array of one or more dimensions and at most 2^31 - 1 values.
   *
   * @throws NpyFormatException if the file holds anything else, or less, or more
   */
  public static NpyFloatArray readFloats(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      NpyHeader header = NpyHeader.read(channel, file);
      if (header.type() != NpyType.FLOAT32 || header.shape().isEmpty()) {
        throw new NpyFormatException(
            file,
            "expected a float32 array, it holds "
                + header.type()
                + " of shape "
                + header.tuple()
                + ".");
      }
      if (header.elements() > Integer.MAX_VALUE - 8) {
        throw new NpyFormatException(file, "too large for memory: shape " + header.tuple() + ".");
      }
      float[] values = readValues(channel, (int) header.elements(), file);
      return new NpyFloatArray(header.shape().stream().map(Math::toIntExact).toList(), values);
    }
  }

  /**
   * Some columns of a float32 matrix {@code [rows, columns]}, read row by row: memory holds what is
   * given back and no more.
   *
   * @param columns 0-based
   * @return shape {@code [columns.length][rows]}
   * @throws NpyFormatException if the file holds no float32 matrix
   * @throws IndexOutOfBoundsException for a column it does not have
   */
  public static float[][] readFloatColumns(Path file, int... columns) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      NpyHeader header = NpyHeader.read(channel, file);
      if (header.type() != NpyType.FLOAT32 || header.shape().size() != 2) {
        throw new NpyFormatException(
            file, "expected a float32 matrix, its shape is " + header.tuple() + ".");
      }
      int width = Math.toIntExact(header.shape().get(1));
      for (int column : columns) Objects.checkIndex(column, width);
      float[][] values = new float[columns.length][Math.toIntExact(header.shape().get(0))];
      InputStream bytes = new BufferedInputStream(Channels.newInputStream(channel), 1 << 16);
      byte[] row = new byte[Math.multiplyExact(width, Float.BYTES)];
      FloatBuffer floats = ByteBuffer.wrap(row).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
      for (int at = 0; at < header.shape().get(0); at++) {
        if (bytes.readNBytes(row, 0, row.length) < row.length) {
          throw new NpyFormatException(file, "ended while it was read.");
        }
        for (int c = 0; c < columns.length; c++) values[c][at] = floats.get(columns[c]);
      }
      return values;
    }
  }

  private static float[] readValues(FileChannel channel, int count, Path file) throws IOException {
    float[] values = new float[count];
    ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at < count; ) {
      if (channel.read(buffer) < 0) throw new NpyFormatException(file, "ended while it was read.");
      buffer.flip();
      while (buffer.remaining() >= Float.BYTES) values[at++] = buffer.getFloat();
      buffer.compact();
    }
    return values;
  }
}
