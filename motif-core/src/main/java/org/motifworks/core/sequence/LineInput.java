package org.motifworks.core.sequence;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

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

  /** Takes letters as long as they are nucleotides and in the buffer; answers how many. */
  int tokenise(byte[] into, int offset) {
    int from = next;
    int shift = offset - from;
    int at = from;
    while (at < end) {
      byte token = DnaAlphabet.token(buffer[at] & 0xff);
      if (token == DnaAlphabet.INVALID) break;
      into[at + shift] = token;
      at++;
    }
    next = at;
    return at - from;
  }

  /** The line from here on without its end, at most {@code limit} bytes of it. */
  public byte[] readLine(int limit) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream(80);
    while (!atEnd() && text.size() < limit) {
      if (isLineEnd(buffer[next])) {
        endLine();
        break;
      }
      text.write(buffer[next++]);
    }
    return text.toByteArray();
  }

  /** Moves to the beginning of the next line. */
  public void skipLine() throws IOException {
    while (!atEnd()) {
      if (isLineEnd(buffer[next])) {
        endLine();
        return;
      }
      next++;
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

  private static boolean isLineEnd(byte letter) {
    return letter == '\n' || letter == '\r';
  }

  private void endLine() {
    boolean isReturn = buffer[next++] == '\r';
    if (isReturn && next < end && buffer[next] == '\n') next++;
    afterReturn = isReturn && next == end;
    line++;
    lineStart = bufferStart + next;
  }
}
