package org.motifworks.core.sequence;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The bytes of a file that may be compressed: gzip (also of several members, as bgzip writes) is
 * known by its first two bytes, not by its name.
 */
public final class SequenceInput extends InputStream {

  private final InputStream bytes;
  private final String source;

  private SequenceInput(InputStream bytes, String source) {
    this.bytes = bytes;
    this.source = source;
  }

  /**
   * The plain bytes of {@code raw}; errors call it {@code source}.
   *
   * @throws SequenceFormatException {@code gzip.truncated}, {@code gzip.corrupt}, also when reading
   */
  public static SequenceInput of(InputStream raw, String source) throws IOException {
    Lookahead lookahead = new Lookahead(raw);
    if (!lookahead.startsWithGzipMagic()) return new SequenceInput(lookahead, source);
    try {
      return new SequenceInput(new GZIPInputStream(lookahead, 1 << 16), source);
    } catch (EOFException e) {
      throw truncated(source, e);
    } catch (ZipException e) {
      throw corrupt(source, e);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    try {
      return bytes.read(into, offset, length);
    } catch (EOFException e) {
      throw truncated(source, e);
    } catch (ZipException e) {
      throw corrupt(source, e);
    }
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }

  private static SequenceFormatException truncated(String source, IOException cause) {
    String detail = "The gzip file ends too early: it was cut off or is still being written.";
    return new SequenceFormatException("gzip.truncated", source, 0, 0, "", detail, cause);
  }

  private static SequenceFormatException corrupt(String source, IOException cause) {
    String detail = "The gzip file is damaged: " + cause.getMessage() + ".";
    return new SequenceFormatException("gzip.corrupt", source, 0, 0, "", detail, cause);
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
