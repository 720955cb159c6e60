package org.motifworks.standalone.command;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/** Standard output that tells when nobody reads it any more; a print stream would not. */
final class PipeOutput extends OutputStream {

  /** The reader, such as {@code head}, has had enough. */
  static final class ReaderGone extends IOException {
    private static final long serialVersionUID = 1;
  }

  private final PrintStream out;

  PipeOutput(PrintStream out) {
    this.out = out;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
    if (out.checkError()) throw new ReaderGone();
  }

  @Override
  public void flush() throws IOException {
    if (out.checkError()) throw new ReaderGone(); // it flushes first
  }
}
