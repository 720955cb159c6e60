package org.motifworks.core.sequence;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import org.motifworks.core.input.GzipInput;

/** The bytes of a file that may be compressed; what is wrong with its gzip is told by source. */
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
    try {
      return new SequenceInput(GzipInput.open(raw), source);
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
}
