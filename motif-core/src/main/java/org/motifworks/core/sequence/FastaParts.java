package org.motifworks.core.sequence;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads FASTA in parts of at most 64 KiB: for chromosomes, of which one may not fit into memory.
 * The same format and the same errors as {@link FastaReader}, but every error ends the reading.
 */
public final class FastaParts {

  private FastaParts() {}

  /** Takes a file's records, each as an id followed by its parts in order. */
  public interface Receiver {

    /** A record begins at {@code line}, counted from 1. */
    void begin(String id, long line) throws IOException;

    /** More of it: {@code tokens[0, length)}, A C G T N = 0..4, the array used again later. */
    void part(byte[] tokens, int length) throws IOException;
  }

  /**
   * Reads all records of a stream, plain or gzip, and closes it.
   *
   * @param source what errors call it
   * @throws SequenceFormatException with the code, line and column of what is wrong
   */
  public static void read(InputStream raw, String source, Receiver receiver) throws IOException {
    try (raw;
        LineInput in = new LineInput(SequenceInput.of(raw, source))) {
      FastaLines lines = new FastaLines(in, source);
      byte[] part = new byte[LineInput.BUFFER];
      lines.start();
      while (!in.atEnd()) {
        long line = in.line();
        String id = lines.readId(FastaLimits.DEFAULT.headerBytes());
        receiver.begin(id, line);
        if (readRecord(in, lines, id, part, receiver) == 0) {
          throw lines.error("fasta.empty-record", line, 0, id, "The record has no sequence.");
        }
      }
    }
  }

  private static long readRecord(
      LineInput in, FastaLines lines, String id, byte[] part, Receiver receiver)
      throws IOException {
    long length = 0;
    int filled = 0;
    while (!in.atEnd() && !lines.atHeader()) {
      if (filled + in.buffered() > part.length) {
        receiver.part(part, filled);
        length += filled;
        filled = 0;
      }
      filled += in.tokenise(part, filled);
      if (in.hasBuffered()) lines.skipOther(id);
    }
    if (filled > 0) receiver.part(part, filled);
    return length + filled;
  }
}
