package org.motifworks.interpret.score;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.motifworks.core.sequence.DnaAlphabet;
import org.motifworks.core.sequence.SequenceFormatException;

/**
 * Sequences one a line. A line is a sequence, whose id is then the line's number, or an id, blanks
 * and a sequence.
 */
final class LinesInput implements ScoreInput {
  private final TextLines lines;
  private boolean guessed;
  private boolean ended;

  /**
   * @param guessed whether nobody said that these are lines of sequences: where the first one is
   *     none, they most likely are not
   */
  LinesInput(InputStream body, int longest, boolean guessed) {
    this.lines = new TextLines(body, longest);
    this.guessed = guessed;
  }

  @Override
  public Optional<ScoreItem> next() throws IOException {
    return ended ? Optional.empty() : lines.next(this::item);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  private ScoreItem item(String line) {
    String text = line.strip();
    int idEnd = wordEnd(text, 0);
    boolean named = idEnd < text.length();
    int from = named ? wordStart(text, idEnd) : 0;
    String id = named ? text.substring(0, idEnd) : String.valueOf(lines.line());
    if (named && wordEnd(text, from) < text.length()) {
      return bad(id, "line.columns", place() + "over two columns");
    }
    try {
      ScoreItem item = ScoreItem.sequence(id, DnaAlphabet.tokenise(text.substring(from)));
      guessed = false;
      return item;
    } catch (SequenceFormatException e) {
      return bad(id, e.code(), place() + e.getMessage());
    }
  }

  private String place() {
    return "line " + lines.line() + ": ";
  }

  private static int wordEnd(String text, int from) {
    int at = from;
    while (at < text.length() && !isBlank(text.charAt(at))) at++;
    return at;
  }

  private static int wordStart(String text, int from) {
    int at = from;
    while (isBlank(text.charAt(at))) at++;
    return at;
  }

  private static boolean isBlank(char letter) {
    return letter == ' ' || letter >= '\t' && letter <= '\r';
  }

  private ScoreItem bad(String id, String code, String detail) {
    if (!guessed) return ScoreItem.bad(id, code, detail);
    ended = true;
    String unknown = "It does not begin like FASTA or NDJSON, and " + detail;
    return ScoreItem.bad("", new ScoreItem.RecordError("sequences.unknown-format", unknown, true));
  }
}
