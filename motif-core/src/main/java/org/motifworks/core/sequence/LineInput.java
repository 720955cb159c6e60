package org.motifworks.core.sequence;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Bytes with a sense of lines: a buffer that knows where it is and turns letters into tokens
 * without leaving it. Lines end with LF, CRLF or CR; lines and columns count from 1.
 */
public final class LineInput implements Closeable {

  static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private int next;
  private int end;
  private long bufferStart;
  private long line = 1;
  private long lineStart;
  private boolean afterReturn;

  public LineInput(InputStream in) {
    this.in = in;
  }

  public boolean atEnd() throws IOException {
    if (next < end) return false;
    bufferStart += end;
    next = 0;
    end = Math.max(0, in.read(buffer, 0, buffer.length));
    // The LF of a CRLF belongs to the line before it.
    if (afterReturn && end > 0 && buffer[0] == '\n') {
      next = 1;
      lineStart++;
    }
    afterReturn = false;
    return next == end && (end == 0 || atEnd());
  }

  /** The next byte as a number from 0 to 255, which stays; not to be asked at the end. */
  int peek() throws IOException {
    return atEnd() ? -1 : buffer[next] & 0xff;
  }

  boolean atLineStart() {
    return bufferStart + next == lineStart;
  }

  public long line() {
    return line;
  }

  long column() {
    return bufferStart + next - lineStart + 1;
  }

  /** How many bytes {@link #tokenise} can take at most. */
  int buffered() throws IOException {
    return atEnd() ? 0 : end - next;
  }

  /** Whether {@link #tokenise} stopped at another letter, not at the end of the buffer. */
  boolean hasBuffered() {
    return next < end;
  }

  /** Takes letters as long as they are nucleotides and in the buffer; answers how many. */
  int tokenise(byte[] into, int offset) {
    int taken = DnaAlphabet.tokeniseUntilInvalid(buffer, next, end - next, into, offset);
    next += taken;
    return taken;
  }

  /** The line from here on without its end, at most {@code limit} bytes of it. */
  public byte[] readLine(int limit) throws IOException {
    byte[] text = {};
    while (text.length < limit && !atEnd()) {
      int most = Math.min(end - next, limit - text.length);
      int length = untilLineEnd(most);
      text = Arrays.copyOf(text, text.length + length);
      System.arraycopy(buffer, next, text, text.length - length, length);
      next += length;
      if (length < most) {
        endLine();
        break;
      }
    }
    return text;
  }

  /**
   * The line's first word behind {@code skipped} bytes, and on to the next line. Empty, and moved
   * nowhere, where that needs a closer look: a word that is none or not ASCII, a line over {@code
   * most} bytes or beyond the buffer.
   */
  Optional<String> asciiWord(int skipped, int most) {
    int length = untilLineEnd(end - next);
    if (length > most || next + length == end) return Optional.empty();
    int to = skipped;
    while (to < length && buffer[next + to] > ' ') to++;
    boolean whole = to == length || buffer[next + to] == ' ' || buffer[next + to] == '\t';
    if (to == skipped || !whole) return Optional.empty();
    String word = new String(buffer, next + skipped, to - skipped, StandardCharsets.ISO_8859_1);
    next += length;
    endLine();
    return Optional.of(word);
  }

  /** Moves to the beginning of the next line. */
  public void skipLine() throws IOException {
    while (!atEnd()) {
      next += untilLineEnd(end - next);
      if (next < end) {
        endLine();
        return;
      }
    }
  }

  /** Moves over line ends, spaces and tabs. */
  void skipBlanks() throws IOException {
    while (!atEnd()) {
      byte letter = buffer[next];
      if (isLineEnd(letter)) {
        endLine();
      } else if (letter == ' ' || letter == '\t') {
        next++;
      } else {
        return;
      }
    }
  }

  /** Editors on Windows put three bytes before the text. */
  public void skipByteOrderMark() throws IOException {
    boolean marked =
        !atEnd()
            && end >= 3
            && (buffer[0] & 0xff) == 0xef
            && (buffer[1] & 0xff) == 0xbb
            && (buffer[2] & 0xff) == 0xbf;
    if (marked) {
      next = 3;
      lineStart = 3;
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** How many of the next {@code most} bytes in the buffer belong to the line. */
  private int untilLineEnd(int most) {
    int length = 0;
    while (length < most && !isLineEnd(buffer[next + length])) length++;
    return length;
  }

  private static boolean isLineEnd(byte letter) {
    return letter == '\n' || letter == '\r';
  }

  private void endLine() {
    boolean isReturn = buffer[next++] == '\r';
    afterReturn = isReturn && next == end;
    if (isReturn && next < end && buffer[next] == '\n') next++;
    line++;
    lineStart = bufferStart + next;
  }
}
