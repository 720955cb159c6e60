package org.motifworks.interpret.score;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Optional;
import org.motifworks.core.sequence.SequenceFormatException;
import org.motifworks.core.sequence.SequenceInput;

/** A stream of sequences, read one by one; a bad record is an item and the next one follows. */
interface ScoreInput extends Closeable {

  /** The next item; empty at the end and after a fatal error. */
  Optional<ScoreItem> next() throws IOException;

  /**
   * Sequences in a format, plain or gzip.
   *
   * @param longest most nucleotides in one record
   * @throws SequenceFormatException {@code gzip.truncated}, {@code gzip.corrupt}
   */
  static ScoreInput of(InputStream body, InputFormat format, int longest) throws IOException {
    PushbackInputStream input = new PushbackInputStream(SequenceInput.of(body, ""), 3);
    int first = firstLetter(input);
    switch (format) {
      case FASTA:
        return new FastaInput(input, longest);
      case NDJSON:
        return new NdjsonInput(input, longest);
      case LINES:
        return new LinesInput(input, longest, false);
      default:
        if (first == '{') return new NdjsonInput(input, longest);
        if (first < 0 || first == '>') return new FastaInput(input, longest);
        return new LinesInput(input, longest, true);
    }
  }

  /** Looks at the first letter that is no blank; what comes before it, a mark among it, is gone. */
  private static int firstLetter(PushbackInputStream input) throws IOException {
    byte[] mark = input.readNBytes(3);
    boolean marked = mark.length == 3 && mark[0] == (byte) 0xEF && mark[1] == (byte) 0xBB;
    if (!marked) input.unread(mark);
    int first = input.read();
    while (first == ' ' || first == '\t' || first == '\r' || first == '\n') first = input.read();
    if (first >= 0) input.unread(first);
    return first;
  }
}
