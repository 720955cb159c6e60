package org.motifworks.core.motif.io;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/** Lines of a text with their numbers, one of them ahead; errors know where they happened. */
final class NumberedLines {
  private final String source;
  private final BufferedReader reader;
  private long number;
  private String current;

  NumberedLines(String source, Reader reader) throws IOException {
    this.source = source;
    this.reader = new BufferedReader(reader);
    advance();
  }

  /** The line now looked at, trimmed; null after the last. */
  String current() {
    return current;
  }

  void advance() throws IOException {
    String line = reader.readLine();
    number++;
    current = line == null ? null : line.strip();
  }

  /** Goes on to the next line that is not empty. */
  void skipBlank() throws IOException {
    while (current != null && current.isEmpty()) advance();
  }

  MotifFormatException error(String code, String reason) {
    return new MotifFormatException(code, source, number, reason);
  }

  /** The words of the current line as numbers, from a word on. */
  double[] numbers(String line) {
    String[] words = line.split("\\s+");
    double[] values = new double[words.length];
    for (int i = 0; i < words.length; i++) {
      try {
        values[i] = Double.parseDouble(words[i]);
      } catch (NumberFormatException e) {
        throw error("motif.invalid-number", "'" + words[i] + "' is no number");
      }
    }
    return values;
  }
}
