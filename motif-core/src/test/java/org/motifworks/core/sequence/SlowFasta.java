package org.motifworks.core.sequence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** FASTA read letter by letter from an array: what a fast reader must find too. */
final class SlowFasta {
  private static final String NUCLEOTIDES = "ACGTUNRYSWKMBDHV";
  private static final String TOKENS = "01233";

  private final byte[] text;
  private final List<String> found = new ArrayList<>();
  private int at;
  private int line = 1;
  private int column = 1;

  private SlowFasta(byte[] text) {
    this.text = text;
  }

  /** Each record that begins in {@code text}, as shown below. */
  static List<String> read(byte[] text) {
    SlowFasta slow = new SlowFasta(text);
    while (slow.at < text.length) slow.record();
    return slow.found;
  }

  static String shown(SequenceRecord record) {
    return record.id() + " " + Arrays.toString(record.tokens());
  }

  static String shown(SequenceFormatException e) {
    return e.code() + " " + e.line() + ":" + e.column() + " " + e.record();
  }

  private void record() {
    int first = line;
    int from = at + 1;
    while (at < text.length && !lineEnd()) step();
    String header = new String(text, from, at - from, StandardCharsets.UTF_8).strip();
    String id = header.replaceFirst("[\\s\\x1c-\\x1f].*", "");
    List<Byte> tokens = new ArrayList<>();
    String error = id.isEmpty() ? "fasta.no-id " + first + ":0 " : "";
    for (; at < text.length && !(column == 1 && text[at] == '>'); step()) {
      int letter = text[at] & 0xff;
      int known = NUCLEOTIDES.indexOf(Character.toUpperCase((char) letter));
      if (letter < 0x80 && known >= 0) {
        tokens.add((byte) (known < TOKENS.length() ? TOKENS.charAt(known) - '0' : 4));
      } else if ("\n\r \t".indexOf(letter) < 0 && error.isEmpty()) {
        error = "fasta.invalid-letter " + line + ":" + column + " " + id;
      }
    }
    if (error.isEmpty() && tokens.isEmpty()) error = "fasta.empty-record " + first + ":0 " + id;
    found.add(error.isEmpty() ? id + " " + tokens : error);
  }

  private boolean lineEnd() {
    return text[at] == '\n' || text[at] == '\r';
  }

  private void step() {
    boolean ends = lineEnd();
    boolean firstOfTwo = ends && text[at] == '\r' && at + 1 < text.length && text[at + 1] == '\n';
    at++;
    column = ends && !firstOfTwo ? 1 : column + 1;
    if (column == 1) line++;
  }
}
