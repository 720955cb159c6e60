package org.motifworks.interpret.score;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Optional;

/** A stream of sequences, read one by one; a bad record is an item and the next one follows. */
interface ScoreInput extends Closeable {

  /** The next item; empty at the end and after a fatal error. */
  Optional<ScoreItem> next() throws IOException;

  /**
   * FASTA (plain or gzip) or NDJSON, told apart by the first letter that is no blank: NDJSON starts
   * with a brace.
   *
   * @param longest most nucleotides in one record
   */
  static ScoreInput of(InputStream body, int longest) throws IOException {
    PushbackInputStream input = new PushbackInputStream(body);
    int first = input.read();
    while (first == ' ' || first == '\t' || first == '\r' || first == '\n') first = input.read();
    if (first >= 0) input.unread(first);
    return first == '{' ? new NdjsonInput(input, longest) : new FastaInput(input, longest);
  }
}
