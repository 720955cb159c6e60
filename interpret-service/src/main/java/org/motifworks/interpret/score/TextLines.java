package org.motifworks.interpret.score;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.motifworks.core.sequence.SequenceFormatException;

/** Lines of bounded length, each of which is an item; blank ones are passed over. */
final class TextLines implements Closeable {
  private static final int ROOM_FOR_THE_REST = 1 << 16;

  private final InputStream body;
  private final int longestLine;
  private final byte[] buffer = new byte[1 << 16];
  private int next;
  private int end;
  private final ByteArrayOutputStream text = new ByteArrayOutputStream(512);
  private long line;
  private boolean ended;

  /** Lines with a sequence of up to {@code longest} nt in them. */
  TextLines(InputStream body, int longest) {
    this.body = body;
    this.longestLine = (int) Math.min(Integer.MAX_VALUE - 8L, (long) longest + ROOM_FOR_THE_REST);
  }

  /** Number of the line that was read last, from 1. */
  long line() {
    return line;
  }

  /** The next item; empty at the end. Damaged compression is a fatal one. */
  Optional<ScoreItem> next(Function<String, ScoreItem> parser) throws IOException {
    if (ended) return Optional.empty();
    try {
      return read(parser);
    } catch (SequenceFormatException e) {
      ended = true;
      return Optional.of(ScoreItem.fatal(e));
    }
  }

  private Optional<ScoreItem> read(Function<String, ScoreItem> parser) throws IOException {
    while (true) {
      boolean last = readLine();
      line++;
      if (text.size() > longestLine) {
        return Optional.of(
            ScoreItem.bad("", "line.too-long", "line " + line + ": over " + longestLine));
      }
      String whole = text.toString(StandardCharsets.UTF_8);
      if (!whole.isBlank()) return Optional.of(parser.apply(whole));
      if (last) return Optional.empty();
    }
  }

  /** Takes a line, or of a longer one a byte more than is allowed; whether the body ended there. */
  private boolean readLine() throws IOException {
    text.reset();
    while (true) {
      if (next == end) {
        next = 0;
        end = Math.max(0, body.read(buffer));
        if (end == 0) return true;
      }
      int from = next;
      while (next < end && buffer[next] != '\n') next++;
      text.write(buffer, from, Math.min(next - from, longestLine + 1 - text.size()));
      if (next < end) {
        next++;
        return false;
      }
    }
  }

  @Override
  public void close() throws IOException {
    body.close();
  }
}
