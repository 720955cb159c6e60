package org.motifworks.core.motif.io;

import java.io.IOException;
import org.motifworks.core.motif.Motif;

/** An id and a name, as a line {@code >id name} has them. */
record Header(String id, String name) {

  /** The words of a text: the first is the id, the rest the name. */
  static Header ofWords(String text) {
    String[] words = text.strip().split("\\s+", 2);
    return new Header(words[0], words.length > 1 ? words[1] : "");
  }

  /**
   * The header that the current line is.
   *
   * @throws MotifFormatException when it is none
   */
  static Header of(NumberedLines lines) {
    String line = lines.current();
    Header header = ofWords(line.startsWith(">") ? line.substring(1) : "");
    if (header.id().isEmpty()) {
      throw lines.error("motif.invalid-header", "expected '>ID name', found '" + cut(line) + "'");
    }
    return header;
  }

  static void write(Motif motif, Appendable out) throws IOException {
    out.append('>').append(motif.id());
    if (!motif.name().isEmpty()) out.append('\t').append(motif.name());
    out.append('\n');
  }

  /** A line of someone's file, fit for a message: short, without what a terminal would obey. */
  static String cut(String line) {
    String cut = line.length() <= 60 ? line : line.substring(0, 60) + "…";
    return cut.replaceAll("\\p{Cntrl}", "\uFFFD");
  }
}
