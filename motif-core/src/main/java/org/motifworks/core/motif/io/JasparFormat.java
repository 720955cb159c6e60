package org.motifworks.core.motif.io;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import org.motifworks.core.motif.Background;
import org.motifworks.core.motif.Motif;

/**
 * JASPAR's text format: {@code >ID name}, then four rows of counts, {@code A [ 4 19 0 ]} and so on
 * (the brackets and the letters may be missing, the rows are then A, C, G, T).
 */
public final class JasparFormat {
  private static final String LETTERS = "ACGT";

  private JasparFormat() {}

  /**
   * All motifs of a text, with their counts.
   *
   * @param source what errors call the text
   * @throws MotifFormatException with code {@code motif.empty}, {@code motif.invalid-header} or
   *     {@code motif.truncated}, or the first rejected motif's when none can be used
   */
  public static MotifFile read(String source, Reader reader) throws IOException {
    return read(new NumberedLines(source, reader, Long.MAX_VALUE));
  }

  static MotifFile read(NumberedLines lines) throws IOException {
    ReadMotifs motifs = new ReadMotifs();
    lines.skipBlank();
    while (lines.current() != null) {
      Header header = Header.of(lines);
      try {
        motifs.add(readMotif(lines, header));
      } catch (UnusableMotif e) {
        motifs.reject(header.id(), e);
        while (lines.current() != null && !lines.current().startsWith(">")) lines.advance();
      }
      lines.skipBlank();
    }
    return motifs.file(MotifFileFormat.JASPAR, Background.UNIFORM, lines);
  }

  private static Motif readMotif(NumberedLines lines, Header header) throws IOException {
    NumberTable rows = new NumberTable();
    for (int nucleotide = 0; nucleotide < 4; nucleotide++) {
      lines.advance();
      lines.skipBlank();
      rows.add(lines, row(lines, header.id(), nucleotide));
    }
    lines.advance();
    return rows.transposed().countsOrProbabilities(header.id(), header.name());
  }

  private static String row(NumberedLines lines, String id, int nucleotide) {
    String row = lines.current();
    char letter = LETTERS.charAt(nucleotide);
    if (row == null) {
      throw lines.error("motif.truncated", "motif " + id + " has no row for " + letter);
    }
    if (row.startsWith(">"))
      throw lines.unusable("motif.invalid-row", "it has no row for " + letter);
    char first = Character.toUpperCase(row.charAt(0));
    if (first == 'U') {
      throw lines.error("motif.alphabet", "RNA motif " + id + ": only DNA motifs (ACGT) are read");
    }
    if (Character.isLetter(first)) {
      if (first != letter) {
        throw lines.unusable(
            "motif.invalid-row", "expected the row of " + letter + ", found '" + first + "'");
      }
      row = row.substring(1);
    }
    row = row.replace('[', ' ').replace(']', ' ').strip();
    if (row.isEmpty())
      throw lines.unusable("motif.invalid-row", "the row of " + letter + " is empty");
    return row;
  }

  /**
   * Writes motifs with their counts; a motif without counts is written as its probabilities times
   * its sites, or as its probabilities when these are unknown.
   */
  public static void write(List<Motif> motifs, Appendable out) throws IOException {
    for (Motif motif : motifs) {
      Header.write(motif, out);
      for (int nucleotide = 0; nucleotide < 4; nucleotide++) {
        out.append(LETTERS.charAt(nucleotide)).append(" [");
        for (int position = 0; position < motif.width(); position++) {
          out.append(' ').append(Values.count(motif, position, nucleotide));
        }
        out.append(" ]\n");
      }
    }
  }
}
