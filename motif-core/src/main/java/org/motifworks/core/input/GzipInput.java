package org.motifworks.core.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * The bytes of a file that may be compressed: gzip (also of several members, as bgzip writes) is
 * known by its first two bytes, not by its name.
 */
public final class GzipInput {

  private GzipInput() {}

  /**
   * The content of plain or gzip bytes; closing it closes them.
   *
   * @throws java.io.EOFException (here or while reading) when gzip bytes end too early
   * @throws java.util.zip.ZipException (here or while reading) when they are damaged
   */
  public static InputStream open(InputStream raw) throws IOException {
    Lookahead lookahead = new Lookahead(raw);
    return lookahead.startsWithGzipMagic() ? new GZIPInputStream(lookahead, 1 << 16) : lookahead;
  }

  /**
   * A buffer that can look at the next bytes, and whose {@code available} is 0 only at the very
   * end.
   */
  private static final class Lookahead extends InputStream {
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int next;
    private int end;

    Lookahead(InputStream in) {
      this.in = in;
    }

    boolean startsWithGzipMagic() throws IOException {
      while (end < 2) {
        int count = in.read(buffer, end, buffer.length - end);
        if (count < 0) return false;
        end += count;
      }
      return (buffer[0] & 0xff) == 0x1f && (buffer[1] & 0xff) == 0x8b;
    }

    @Override
    public int read() throws IOException {
      return available() == 0 ? -1 : buffer[next++] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (length == 0) return 0;
      // Nothing to look ahead to any more, and no need for a copy.
      if (next == end && length >= buffer.length) return in.read(into, offset, length);
      int count = Math.min(length, available());
      if (count == 0) return -1;
      System.arraycopy(buffer, next, into, offset, count);
      next += count;
      return count;
    }

    // GZIPInputStream takes available() == 0 after a member as the end of the file; a slow network
    // stream would be cut off there without a word.
    @Override
    public int available() throws IOException {
      if (next == end) {
        next = 0;
        end = Math.max(0, in.read(buffer, 0, buffer.length));
      }
      return end - next;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
