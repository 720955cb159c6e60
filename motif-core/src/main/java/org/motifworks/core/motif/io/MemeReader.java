package org.motifworks.core.motif.io;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.motifworks.core.motif.Background;
import org.motifworks.core.motif.Motif;
import org.motifworks.core.motif.PositionProbabilityMatrix;

/** One pass over MEME text; sections it does not need are passed over. */
final class MemeReader {
  private static final Pattern KEY_VALUE = Pattern.compile("(\\w+)\\s*=\\s*(\\S+)");
  private static final Pattern ROW = Pattern.compile("[-+.0-9nN].*");
  private static final double CORRECTABLE = 0.1;

  private final NumberedLines lines;
  private final List<Motif> motifs = new ArrayList<>();
  private Background background = Background.UNIFORM;
  private boolean backgroundSeen;
  private String id;
  private String name = "";

  MemeReader(String source, Reader reader) throws IOException {
    this.lines = new NumberedLines(source, reader);
  }

  MotifFile read() throws IOException {
    findVersion();
    while (lines.current() != null) {
      String line = lines.current();
      if (line.startsWith("ALPHABET")) {
        readAlphabet(line);
      } else if (line.startsWith("Background letter frequencies")) {
        readBackground();
      } else if (line.startsWith("MOTIF")) {
        readHeader(line);
      } else if (line.startsWith("letter-probability matrix:")) {
        readMatrix(line);
      } else {
        lines.advance();
      }
    }
    if (motifs.isEmpty()) throw lines.error("motif.empty", "no motif in it");
    return new MotifFile(background, motifs);
  }

  private void findVersion() throws IOException {
    while (lines.current() != null && !lines.current().startsWith("MEME version")) {
      if (lines.current().startsWith("MOTIF") || lines.current().startsWith(">")) break;
      lines.advance();
    }
    if (lines.current() == null || !lines.current().startsWith("MEME version")) {
      throw lines.error("motif.not-meme", "no line 'MEME version 4' at its beginning");
    }
    lines.advance();
  }

  private void readAlphabet(String line) throws IOException {
    String letters = line.substring("ALPHABET".length()).strip();
    if (letters.startsWith("=")) {
      requireDna(letters.substring(1).strip());
      lines.advance();
      return;
    }
    // a definition: ALPHABET "DNA" DNA-LIKE ... END ALPHABET
    String definition = letters.toUpperCase(Locale.ROOT);
    if (!definition.startsWith("\"DNA\"") && !definition.startsWith("DNA")) requireDna(letters);
    while (lines.current() != null && !lines.current().startsWith("END ALPHABET")) lines.advance();
    if (lines.current() == null) {
      throw lines.error("motif.truncated", "the alphabet's definition has no end");
    }
    lines.advance();
  }

  private void requireDna(String letters) {
    if (letters.equals("ACGT")) return;
    String kind = letters.contains("U") ? "RNA" : letters.length() > 10 ? "protein" : "unknown";
    throw lines.error(
        "motif.alphabet", kind + " alphabet '" + letters + "': only DNA motifs (ACGT) are read");
  }

  private void readBackground() throws IOException {
    lines.advance();
    lines.skipBlank();
    StringBuilder pairs = new StringBuilder();
    int words = 0;
    while (words < 8 && lines.current() != null && !lines.current().isEmpty()) {
      pairs.append(' ').append(lines.current());
      words = pairs.toString().strip().split("\\s+").length;
      if (words < 8) lines.advance();
    }
    String[] word = pairs.toString().strip().split("\\s+");
    double[] frequencies = new double[4];
    for (int i = 0; i < 4; i++) {
      if (word.length != 8 || !word[2 * i].equals(String.valueOf("ACGT".charAt(i)))) {
        throw lines.error(
            "motif.background",
            "expected 'A p C p G p T p', found '" + pairs.toString().strip() + "'");
      }
      frequencies[i] = lines.numbers(word[2 * i + 1])[0];
    }
    try {
      Background read =
          new Background(frequencies[0], frequencies[1], frequencies[2], frequencies[3]);
      if (!backgroundSeen) background = read; // of several files in one, the first speaks
      backgroundSeen = true;
    } catch (IllegalArgumentException e) {
      throw lines.error("motif.background", e.getMessage());
    }
    lines.advance();
  }

  private void readHeader(String line) throws IOException {
    String[] words = line.split("\\s+");
    if (words.length < 2) throw lines.error("motif.invalid-header", "MOTIF without a name");
    id = words[1];
    int end = 2; // full MEME text goes on with "width = 8 sites = 20 ..."
    while (end < words.length && !words[end].startsWith("width")) end++;
    name = String.join(" ", Arrays.copyOfRange(words, 2, end));
    lines.advance();
  }

  private void readMatrix(String line) throws IOException {
    if (id == null) {
      throw lines.error("motif.invalid-header", "a matrix without a MOTIF line before it");
    }
    int sites = 0;
    double eValue = 0;
    OptionalInt width = OptionalInt.empty();
    Matcher pair = KEY_VALUE.matcher(line.substring(line.indexOf(':') + 1));
    while (pair.find()) {
      double value = lines.numbers(pair.group(2))[0];
      switch (pair.group(1)) {
        case "alength":
          if (value != 4) {
            throw lines.error(
                "motif.alphabet", "motif " + id + " has " + pair.group(2) + " letters, not 4");
          }
          break;
        case "w":
          width = OptionalInt.of((int) value);
          break;
        case "nsites":
          sites = (int) Math.round(value);
          break;
        case "E":
          eValue = value;
          break;
        default: // other keys say nothing about the matrix
      }
    }
    PositionProbabilityMatrix matrix = readColumns(width);
    motifs.add(new Motif(id, name, matrix, Math.max(0, sites), eValue, Optional.empty()));
  }

  private PositionProbabilityMatrix readColumns(OptionalInt width) throws IOException {
    List<double[]> rows = new ArrayList<>();
    lines.advance();
    while (lines.current() != null
        && rows.size() < width.orElse(Integer.MAX_VALUE)
        && ROW.matcher(lines.current()).matches()) {
      rows.add(readColumn(rows.size() + 1));
      lines.advance();
    }
    if (rows.isEmpty() || rows.size() < width.orElse(0)) {
      throw lines.error(
          "motif.truncated",
          "motif " + id + " has " + rows.size() + " of its " + width.orElse(1) + " columns");
    }
    return PositionProbabilityMatrix.of(rows.toArray(double[][]::new));
  }

  private double[] readColumn(int column) {
    double[] row = lines.numbers(lines.current());
    String where = "motif " + id + ", column " + column;
    if (row.length != 4) {
      throw lines.error("motif.invalid-column", where + " has " + row.length + " values, not 4");
    }
    double sum = 0;
    for (double p : row) {
      if (!(p >= 0 && p <= 1 + CORRECTABLE)) {
        throw lines.error("motif.invalid-column", where + ": " + p + " is no probability");
      }
      sum += p;
    }
    double off = Math.abs(sum - 1);
    if (off > CORRECTABLE) {
      throw lines.error(
          "motif.column-sum", where + ": the probabilities sum to " + sum + ", not to 1");
    }
    if (off > PositionProbabilityMatrix.SUM_TOLERANCE) {
      for (int nucleotide = 0; nucleotide < 4; nucleotide++) row[nucleotide] /= sum;
    }
    return row;
  }
}
