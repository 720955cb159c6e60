package org.motifworks.core.track;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file written from its beginning to its end, of which what was written can be read. */
final class LittleEndianFile implements Closeable {

  private static final int BUFFER = 1 << 14;

  private final FileChannel file;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
  private long flushed;

  LittleEndianFile(Path path, StandardOpenOption... more) throws IOException {
    StandardOpenOption[] options = new StandardOpenOption[more.length + 3];
    System.arraycopy(more, 0, options, 3, more.length);
    options[0] = StandardOpenOption.CREATE_NEW;
    options[1] = StandardOpenOption.READ;
    options[2] = StandardOpenOption.WRITE;
    this.file = FileChannel.open(path, options);
  }

  /** Bytes written so far. */
  long position() {
    return flushed + buffer.position();
  }

  /** The buffer with room for so many bytes, to be filled in order. */
  ByteBuffer room(int bytes) throws IOException {
    if (buffer.remaining() < bytes) flush();
    return buffer;
  }

  void write(byte[] from, int length) throws IOException {
    if (length <= BUFFER) {
      room(length).put(from, 0, length);
      return;
    }
    flush();
    ByteBuffer bytes = ByteBuffer.wrap(from, 0, length);
    while (bytes.hasRemaining()) flushed += file.write(bytes, flushed);
  }

  /** Writes over what is there. */
  void overwrite(long position, ByteBuffer bytes) throws IOException {
    flush();
    for (long at = position; bytes.hasRemaining(); ) at += file.write(bytes, at);
  }

  /** Reads what was written, as much as {@code into} takes or there is; it is ready to be got. */
  void read(long position, ByteBuffer into) throws IOException {
    flush();
    into.clear();
    for (long at = position; into.hasRemaining(); at = position + into.position()) {
      if (file.read(into, at) < 0) break;
    }
    into.flip();
  }

  private void flush() throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) flushed += file.write(buffer, flushed);
    buffer.clear();
  }

  @Override
  public void close() throws IOException {
    flush();
    file.close();
  }
}
