package org.motifworks.core.sequence;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes FASTA: upper-case letters, lines of 80, LF. Wrap a {@code GZIPOutputStream} for a
 * compressed file.
 */
public final class FastaWriter implements Closeable {

  private static final int LINE = 80;

  private final OutputStream out;
  private final byte[] line = new byte[LINE + 1];

  public FastaWriter(OutputStream out) {
    this.out = new BufferedOutputStream(out, 1 << 16);
  }

  /** Writes to a new file, or over an old one. */
  public static FastaWriter create(Path file) throws IOException {
    return new FastaWriter(Files.newOutputStream(file));
  }

  /**
   * Appends one record.
   *
   * @throws IllegalArgumentException if a reader would read the id otherwise, because it holds a
   *     space or line end
   */
  public void write(SequenceRecord record) throws IOException {
    if (record.id().chars().anyMatch(letter -> letter <= ' ')) {
      throw new IllegalArgumentException("A FASTA id has no spaces: '" + record.id() + "'");
    }
    out.write('>');
    out.write(record.id().getBytes(StandardCharsets.UTF_8));
    out.write('\n');
    byte[] tokens = record.tokens();
    for (int from = 0; from < tokens.length; from += LINE) {
      int length = Math.min(LINE, tokens.length - from);
      for (int i = 0; i < length; i++) line[i] = (byte) DnaAlphabet.letter(tokens[from + i]);
      line[length] = '\n';
      out.write(line, 0, length + 1);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
