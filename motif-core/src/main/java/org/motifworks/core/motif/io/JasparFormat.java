package org.motifworks.core.motif.io;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.motifworks.core.motif.Motif;
import org.motifworks.core.motif.PositionCountMatrix;

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
   * @throws MotifFormatException with code {@code motif.empty}, {@code motif.invalid-number},
   *     {@code motif.invalid-header}, {@code motif.invalid-row} or {@code motif.invalid-column}
   */
  public static List<Motif> read(String source, Reader reader) throws IOException {
    NumberedLines lines = new NumberedLines(source, reader);
    List<Motif> motifs = new ArrayList<>();
    lines.skipBlank();
    while (lines.current() != null) {
      motifs.add(readMotif(lines));
      lines.skipBlank();
    }
    if (motifs.isEmpty()) throw lines.error("motif.empty", "no motif in it");
    return motifs;
  }

  private static Motif readMotif(NumberedLines lines) throws IOException {
    String header = lines.current();
    String[] words = header.startsWith(">") ? header.substring(1).strip().split("\\s+", 2) : null;
    if (words == null || words[0].isEmpty()) {
      throw lines.error("motif.invalid-header", "expected '>ID name', found '" + header + "'");
    }
    double[][] rows = new double[4][];
    for (int nucleotide = 0; nucleotide < 4; nucleotide++) {
      lines.advance();
      lines.skipBlank();
      rows[nucleotide] = readRow(lines, words[0], nucleotide);
      if (rows[nucleotide].length != rows[0].length) {
        throw lines.error(
            "motif.invalid-row",
            "motif "
                + words[0]
                + " has rows of different length: "
                + rows[nucleotide].length
                + " counts here, "
                + rows[0].length
                + " for A");
      }
    }
    double[][] counts = new double[rows[0].length][4];
    for (int position = 0; position < counts.length; position++) {
      for (int nucleotide = 0; nucleotide < 4; nucleotide++) {
        counts[position][nucleotide] = rows[nucleotide][position];
      }
    }
    try {
      Motif motif =
          Motif.ofCounts(
              words[0], words.length > 1 ? words[1] : "", PositionCountMatrix.of(counts));
      lines.advance();
      return motif;
    } catch (IllegalArgumentException e) {
      throw lines.error("motif.invalid-column", "motif " + words[0] + ": " + e.getMessage());
    }
  }

  private static double[] readRow(NumberedLines lines, String id, int nucleotide) {
    String row = lines.current();
    if (row == null || row.startsWith(">")) {
      throw lines.error(
          "motif.invalid-row", "motif " + id + " has no counts for " + LETTERS.charAt(nucleotide));
    }
    if (Character.isLetter(row.charAt(0))) {
      if (Character.toUpperCase(row.charAt(0)) != LETTERS.charAt(nucleotide)) {
        throw lines.error(
            "motif.invalid-row",
            "motif "
                + id
                + ": expected the row of "
                + LETTERS.charAt(nucleotide)
                + ", found '"
                + row.charAt(0)
                + "'");
      }
      row = row.substring(1);
    }
    row = row.replace('[', ' ').replace(']', ' ').strip();
    if (row.isEmpty()) throw lines.error("motif.invalid-row", "motif " + id + " has an empty row");
    return lines.numbers(row);
  }

  /**
   * Writes motifs with their counts; a motif without counts is written as its probabilities times
   * its sites (or times 1 when these are unknown).
   */
  public static void write(List<Motif> motifs, Appendable out) throws IOException {
    for (Motif motif : motifs) {
      out.append('>').append(motif.id());
      if (!motif.name().isEmpty()) out.append('\t').append(motif.name());
      out.append('\n');
      for (int nucleotide = 0; nucleotide < 4; nucleotide++) {
        out.append(LETTERS.charAt(nucleotide)).append(" [");
        for (int position = 0; position < motif.width(); position++) {
          out.append(' ').append(plain(count(motif, position, nucleotide)));
        }
        out.append(" ]\n");
      }
    }
  }

  private static double count(Motif motif, int position, int nucleotide) {
    return motif
        .counts()
        .map(counts -> counts.count(position, nucleotide))
        .orElse(motif.matrix().probability(position, nucleotide) * Math.max(1, motif.sites()));
  }

  private static String plain(double value) {
    if (value == Math.rint(value) && value < 1e15) return Long.toString((long) value);
    return BigDecimal.valueOf(value).toPlainString();
  }
}
