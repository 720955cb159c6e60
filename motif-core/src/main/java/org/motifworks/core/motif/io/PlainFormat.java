package org.motifworks.core.motif.io;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.motifworks.core.motif.Background;
import org.motifworks.core.motif.Motif;

/**
 * Matrices of numbers and nothing else: four numbers a row (A C G T), or four rows, which may begin
 * with their letters; counts or probabilities, whichever they look like.
 *
 * <p>A line {@code >id name} begins a motif; without such lines a blank line ends one, and motifs
 * are called by their number. A line {@code A C G T} (or {@code Pos A C G T}, with the position
 * beginning each row) may stand above the rows. Lines beginning with {@code #} are remarks. Four
 * rows of four are positions, unless only their columns sum to the same.
 */
final class PlainFormat {
  static final Pattern COLUMN_NAMES = Pattern.compile("(?i)(?:\\S+\\s+)?A\\s+C\\s+G\\s+[TU]");
  static final Pattern LABELLED = Pattern.compile("(?i)([ACGTU])[\\s:|=\\[]+([-+.\\d].*|-?nan.*)");

  private static final String LETTERS = "ACGT";

  private final NumberedLines lines;
  private final ReadMotifs motifs = new ReadMotifs();

  private PlainFormat(NumberedLines lines) {
    this.lines = lines;
  }

  static MotifFile read(NumberedLines lines) throws IOException {
    return new PlainFormat(lines).read();
  }

  private MotifFile read() throws IOException {
    for (skipRemarks(); lines.current() != null; skipRemarks()) {
      boolean titled = lines.current().startsWith(">");
      Header header = Header.ofWords(titled ? lines.current().substring(1) : "");
      if (header.id().isEmpty()) header = new Header(motifs.nextId(), "");
      long began = lines.number();
      try {
        if (titled) lines.advance();
        motifs.add(readMotif(header, titled));
      } catch (UnusableMotif e) {
        motifs.reject(header.id(), e);
        while (!atEnd(titled)) lines.advance();
      }
      if (lines.number() == began) lines.advance();
    }
    return motifs.file(MotifFileFormat.PLAIN, Background.UNIFORM, lines);
  }

  private void skipRemarks() throws IOException {
    while (lines.current() != null
        && (lines.current().isEmpty() || lines.current().startsWith("#"))) {
      lines.advance();
    }
  }

  private boolean atEnd(boolean titled) {
    String line = lines.current();
    return line == null || line.startsWith(">") || (line.isEmpty() && !titled);
  }

  private Motif readMotif(Header header, boolean titled) throws IOException {
    UnusableMotif none = lines.unusable("motif.truncated", "it has no rows");
    NumberTable rows = new NumberTable();
    boolean named = false;
    boolean numbered = false;
    boolean labelled = false;
    for (; !atEnd(titled); lines.advance()) {
      String line = lines.current();
      if (line.isEmpty() || line.startsWith("#")) continue;
      var label = LABELLED.matcher(line);
      if (rows.rows() == 0 && COLUMN_NAMES.matcher(line).matches()) {
        requireDna(line, header.id());
        named = true;
        numbered = line.split("\\s+").length == 5;
      } else if (label.matches()) {
        requireDna(label.group(1), header.id());
        requireLetter(label.group(1), rows.rows());
        labelled = true;
        rows.add(lines, label.group(2).replace(']', ' '));
      } else {
        rows.add(lines, numbered ? line.replaceFirst("^\\S+\\s+", "") : line);
      }
    }
    if (rows.rows() == 0) throw none;
    boolean across = labelled || (!named && isAcross(rows));
    if (across && rows.rows() != 4) {
      throw lines.unusable("motif.invalid-row", "it has " + rows.rows() + " of the rows A C G T");
    }
    return (across ? rows.transposed() : rows).countsOrProbabilities(header.id(), header.name());
  }

  private void requireDna(String letters, String id) {
    if (letters.toUpperCase(java.util.Locale.ROOT).endsWith("U")) {
      throw lines.error("motif.alphabet", "RNA motif " + id + ": only DNA motifs are read");
    }
  }

  private void requireLetter(String found, int row) {
    if (row > 3 || !found.equalsIgnoreCase(LETTERS.substring(row, row + 1))) {
      throw lines.unusable("motif.invalid-row", "rows are A, C, G, T; found '" + found + "' here");
    }
  }

  private static boolean isAcross(NumberTable rows) {
    if (rows.rows() != 4) return false;
    if (rows.columns() != 4) return true;
    double[] byRow = new double[4];
    double[] byColumn = new double[4];
    for (int i = 0; i < 4; i++) {
      if (rows.row(i).length != 4) return false;
      for (int j = 0; j < 4; j++) {
        byRow[i] += rows.row(i)[j];
        byColumn[j] += rows.row(i)[j];
      }
    }
    return areEqual(byColumn) && !areEqual(byRow);
  }

  private static boolean areEqual(double[] sums) {
    for (double sum : sums) if (Math.abs(sum - sums[0]) > 0.01 * sums[0]) return false;
    return true;
  }

  /** Writes four numbers a row under {@code >id name}: counts where they are known. */
  static void write(List<Motif> motifs, Appendable out) throws IOException {
    for (Motif motif : motifs) {
      Header.write(motif, out);
      for (int position = 0; position < motif.width(); position++) {
        for (int nucleotide = 0; nucleotide < 4; nucleotide++) {
          out.append(nucleotide == 0 ? "" : "\t");
          out.append(
              motif.counts().isPresent()
                  ? Values.count(motif, position, nucleotide)
                  : Values.probability(motif, position, nucleotide));
        }
        out.append('\n');
      }
    }
  }
}
