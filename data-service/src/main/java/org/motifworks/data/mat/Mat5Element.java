package org.motifworks.data.mat;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.zip.InflaterInputStream;

/**
 * A top-level element of a MATLAB 5 file.
 *
 * @param start where its tag is
 * @param type of its data, {@link #MATRIX} or {@link #COMPRESSED} if it is a variable
 * @param size of its data in bytes
 */
record Mat5Element(FileChannel file, ByteOrder order, long start, int type, long size) {

  static final int MATRIX = 14;
  static final int COMPRESSED = 15;
  private static final int TAG = 8;

  static Mat5Element at(FileChannel file, long start, ByteOrder order) throws IOException {
    ByteBuffer tag = ByteBuffer.allocate(TAG).order(order);
    while (tag.hasRemaining()) {
      if (file.read(tag, start + tag.position()) < 0) throw new EOFException();
    }
    return new Mat5Element(file, order, start, tag.getInt(0), tag.getInt(4) & 0xffffffffL);
  }

  boolean mayBeArray() {
    return type == MATRIX || type == COMPRESSED;
  }

  /** Where the next one begins: compressed ones are not padded, others to 8 bytes. */
  long end() {
    long end = start + TAG + size;
    return type == COMPRESSED ? end : (end + 7) / 8 * 8;
  }

  /** The variable's bytes, unpacked, after the tag that says it is one. */
  InputStream open() throws IOException {
    InputStream bytes = new BufferedInputStream(new Part(file, start + TAG, size), 1 << 16);
    if (type == MATRIX) return bytes;
    InputStream unpacked = new InflaterInputStream(bytes);
    if (unpacked.readNBytes(TAG).length < TAG) throw new EOFException();
    return unpacked;
  }

  /** Bytes of a file from a place on, that leaves the file open. */
  private static final class Part extends InputStream {
    private final FileChannel file;
    private final long end;
    private long at;

    Part(FileChannel file, long start, long size) {
      this.file = file;
      this.at = start;
      this.end = start + size;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int wanted = (int) Math.min(length, end - at);
      if (wanted == 0) return length == 0 ? 0 : -1;
      int count = file.read(ByteBuffer.wrap(into, offset, wanted), at);
      if (count > 0) at += count;
      return count;
    }
  }
}
