package org.motifworks.core.sequence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What FASTA looks like, line by line, for readers of whole records and of parts alike. */
final class FastaLines {

  private final LineInput in;
  private final String source;

  FastaLines(LineInput in, String source) {
    this.in = in;
    this.source = source;
  }

  /** Moves to the first header. */
  void start() throws IOException {
    in.skipByteOrderMark();
    in.skipBlanks();
    if (in.atEnd()) {
      throw error("fasta.empty", 0, 0, "", "There is no sequence in it. A record starts with '>'.");
    }
    if (!atHeader()) {
      String detail =
          "A record starts with a '>' line, this with " + DnaAlphabet.shown(in.peek()) + ".";
      throw error("fasta.no-header", in.line(), in.column(), "", detail);
    }
  }

  boolean atHeader() throws IOException {
    return in.atLineStart() && in.peek() == '>';
  }

  /** Takes a header line; the id is its first word. */
  String readId(int mostBytes) throws IOException {
    Optional<String> usual = in.asciiWord(1, mostBytes);
    return usual.isPresent() ? usual.get() : anyId(mostBytes);
  }

  private String anyId(int mostBytes) throws IOException {
    long line = in.line();
    byte[] header = in.readLine(mostBytes + 1);
    if (header.length > mostBytes) {
      String detail = "The header is longer than " + mostBytes + " bytes.";
      throw error("fasta.header-too-long", line, 0, "", detail);
    }
    String text = new String(header, 1, header.length - 1, StandardCharsets.UTF_8).strip();
    if (text.isEmpty()) {
      throw error("fasta.no-id", line, 0, "", "The header has no id: a name follows the '>'.");
    }
    int end = 0;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) end++;
    return text.substring(0, end);
  }

  /** One byte that is no letter: a line end, a blank, or an error. */
  void skipOther(String id) throws IOException {
    int letter = in.peek();
    if (letter != '\n' && letter != '\r' && letter != ' ' && letter != '\t') {
      String detail = DnaAlphabet.shown(letter) + ". " + DnaAlphabet.ALLOWED;
      throw error("fasta.invalid-letter", in.line(), in.column(), id, detail);
    }
    in.skipBlanks();
  }

  SequenceFormatException error(String code, long line, long column, String record, String detail) {
    return new SequenceFormatException(code, source, line, column, record, detail);
  }
}
