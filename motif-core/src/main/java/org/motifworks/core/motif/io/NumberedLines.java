package org.motifworks.core.motif.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipException;

/**
 * Lines of a text with their numbers, one of them at hand; errors know where they happened. Lines
 * end with LF, CRLF or CR. However large the text, only a line is held.
 */
final class NumberedLines {
  /** Most characters of a line: a row of the widest motif that is read, with all its digits. */
  static final int LONGEST_LINE = 1 << 18;

  private static final int HEAD = 1 << 16;

  private final String source;
  private final Reader reader;
  private final long limit;
  private final char[] buffer = new char[1 << 13];
  private int next;
  private int end;
  private long taken;
  private final Deque<String> ahead = new ArrayDeque<>();
  private long number;
  private long numberRead; // of the last line taken from the reader
  private String current;

  /**
   * @param limit most characters of text, more is an error
   */
  NumberedLines(String source, Reader reader, long limit) throws IOException {
    this.source = source;
    this.reader = reader;
    this.limit = limit;
    if (more() && buffer[next] == '\ufeff') next++; // a byte order mark
    advance();
  }

  String source() {
    return source;
  }

  /** The line now looked at, trimmed; null after the last. */
  String current() {
    return current;
  }

  long number() {
    return number;
  }

  void advance() throws IOException {
    number++;
    current = ahead.isEmpty() ? readLine() : ahead.poll();
  }

  /** Goes on to the next line that is not empty. */
  void skipBlank() throws IOException {
    while (current != null && current.isEmpty()) advance();
  }

  /** The lines from the current one on that tell what the text is; they are still to be read. */
  List<String> head() throws IOException {
    List<String> head = new ArrayList<>();
    int characters = 0;
    if (current != null) head.add(current);
    for (String line = readLine(); line != null; line = readLine()) {
      ahead.add(line);
      head.add(line);
      characters += line.length() + 1;
      if (characters > HEAD) break;
    }
    return head;
  }

  /** What is wrong with the whole text, at the current line. */
  MotifFormatException error(String code, String reason) {
    return new MotifFormatException(code, source, number, reason);
  }

  /** What is wrong with the motif being read, at the current line. */
  UnusableMotif unusable(String code, String reason) {
    return new UnusableMotif(code, number, reason);
  }

  /**
   * The words of a part of the current line as numbers that may be probabilities or counts.
   *
   * @throws UnusableMotif for a word that is no number, NaN, infinite or negative
   */
  double[] weights(String text) {
    String[] words = text.strip().split("\\s+");
    double[] values = new double[words.length];
    for (int i = 0; i < words.length; i++) {
      values[i] = number(words[i]);
      if (!(values[i] >= 0 && values[i] < Double.POSITIVE_INFINITY)) {
        throw unusable(
            "motif.invalid-column",
            "'" + words[i] + "' is no probability and no count" + hint(values[i]));
      }
    }
    return values;
  }

  private static String hint(double value) {
    return value < 0 ? " (log-odds matrices cannot be read)" : "";
  }

  /** A word as a number, also {@code nan} and {@code inf} as programs print them. */
  double number(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (lower.matches("[-+]?nan")) return Double.NaN;
    if (lower.matches("[-+]?inf(inity)?")) {
      return lower.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    try {
      // Java would also take 1d, 1f and 0x1p3
      if (lower.chars().allMatch(c -> "0123456789+-.e".indexOf(c) >= 0)) {
        return Double.parseDouble(word);
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw unusable("motif.invalid-number", "'" + word + "' is no number");
  }

  private String readLine() throws IOException {
    numberRead++;
    if (!more()) return null;
    StringBuilder line = new StringBuilder(80);
    while (more()) {
      char letter = buffer[next++];
      if (letter == '\n') break;
      if (letter == '\r') {
        if (more() && buffer[next] == '\n') next++;
        break;
      }
      line.append(letter);
      if (line.length() > LONGEST_LINE) {
        throw unreadable(
            "motif.line-too-long", "a line of more than " + LONGEST_LINE + " characters");
      }
    }
    return line.toString().strip();
  }

  private boolean more() throws IOException {
    while (next == end) {
      next = 0;
      end = Math.max(0, fill());
      if (end == 0) return false;
      taken += end;
      if (taken > limit) {
        throw unreadable("motif.too-large", "more than " + limit + " characters of motifs");
      }
    }
    return true;
  }

  private int fill() throws IOException {
    try {
      return reader.read(buffer, 0, buffer.length);
    } catch (EOFException e) {
      throw unreadable("gzip.truncated", "the gzip file ends too early: it was cut off");
    } catch (ZipException e) {
      throw unreadable("gzip.corrupt", "the gzip file is damaged: " + e.getMessage());
    }
  }

  private MotifFormatException unreadable(String code, String reason) {
    return new MotifFormatException(code, source, Math.max(1, numberRead), reason);
  }
}
