package org.motifworks.core.npy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

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
