package org.motifworks.core.motif.io;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.motifworks.core.motif.Background;
import org.motifworks.core.motif.Motif;

/** One pass over MEME text; sections it does not need are passed over. */
final class MemeReader {
  static final Pattern VERSION =
      Pattern.compile("MEME\\s+version\\s+\\d.*", Pattern.CASE_INSENSITIVE);

  private static final Pattern HEADER = Pattern.compile("MOTIF(\\s.*)?");
  private static final Pattern MATRIX =
      Pattern.compile("letter\\s*-\\s*probability\\s+matrix\\s*:(.*)", Pattern.CASE_INSENSITIVE);
  private static final Pattern KEY_VALUE = Pattern.compile("([^\\s=]+)\\s*=\\s*([^\\s=]+)");
  private static final Pattern ROW =
      Pattern.compile("[-+]?(\\.?\\d|nan\\b|inf).*", Pattern.CASE_INSENSITIVE);

  private static final int PROTEIN = 20;

  private final NumberedLines lines;
  private final ReadMotifs motifs = new ReadMotifs();
  private Background background = Background.UNIFORM;
  private boolean backgroundSeen;
  private Header header;
  private long headerLine;
  private boolean matrixDue;

  MemeReader(NumberedLines lines) {
    this.lines = lines;
  }

  MotifFile read() throws IOException {
    findVersion();
    while (lines.current() != null) {
      String line = lines.current();
      Matcher matrix = MATRIX.matcher(line);
      if (line.startsWith("ALPHABET")) {
        readAlphabet(line);
      } else if (line.startsWith("Background letter frequencies")) {
        readBackground();
      } else if (HEADER.matcher(line).matches()) {
        rejectWithoutMatrix();
        readHeader(line);
      } else if (matrix.matches()) {
        readMotif(matrix.group(1));
      } else {
        lines.advance();
      }
    }
    rejectWithoutMatrix();
    return motifs.file(MotifFileFormat.MEME, background, lines);
  }

  private void findVersion() throws IOException {
    while (lines.current() != null && !VERSION.matcher(lines.current()).matches()) {
      if (HEADER.matcher(lines.current()).matches() || lines.current().startsWith(">")) break;
      lines.advance();
    }
    if (lines.current() == null || !VERSION.matcher(lines.current()).matches()) {
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
    String upper = letters.toUpperCase(Locale.ROOT);
    if (upper.equals("ACGT")) return;
    String kind = upper.contains("U") ? "RNA" : upper.length() > 10 ? "protein" : "unknown";
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
    Background read = background(pairs.toString().strip());
    if (!backgroundSeen) background = read; // of several files in one, the first speaks
    backgroundSeen = true;
    lines.advance();
  }

  private Background background(String pairs) {
    String[] word = pairs.split("\\s+");
    double[] frequencies = new double[4];
    double sum = 0;
    try {
      for (int i = 0; i < 4; i++) {
        if (word.length != 8 || !word[2 * i].equals(String.valueOf("ACGT".charAt(i)))) {
          throw lines.error(
              "motif.background", "expected 'A p C p G p T p', found '" + Header.cut(pairs) + "'");
        }
        frequencies[i] = lines.weights(word[2 * i + 1])[0];
        sum += frequencies[i];
      }
    } catch (UnusableMotif e) {
      throw lines.error("motif.background", e.getMessage());
    }
    if (!(Math.abs(sum - 1) <= 0.1)) {
      throw lines.error(
          "motif.background", "the frequencies sum to " + Digits.shortest(sum) + ", not to 1");
    }
    double over = Math.abs(sum - 1) <= Background.SUM_TOLERANCE ? 1 : sum;
    return new Background(
        frequencies[0] / over, frequencies[1] / over, frequencies[2] / over, frequencies[3] / over);
  }

  private void readHeader(String line) throws IOException {
    String[] words = line.split("\\s+");
    if (words.length < 2) throw lines.error("motif.invalid-header", "MOTIF without a name");
    int end = 2; // full MEME text goes on with "width = 8 sites = 20 ..."
    while (end < words.length && !words[end].startsWith("width")) end++;
    header = new Header(words[1], String.join(" ", Arrays.copyOfRange(words, 2, end)));
    headerLine = lines.number();
    matrixDue = true;
    lines.advance();
  }

  private void rejectWithoutMatrix() {
    if (matrixDue) {
      String reason = "it has no letter-probability matrix";
      motifs.reject(header.id(), new UnusableMotif("motif.truncated", headerLine, reason));
    }
    matrixDue = false;
  }

  private void readMotif(String keyValues) throws IOException {
    if (header == null) {
      throw lines.error("motif.invalid-header", "a matrix without a MOTIF line before it");
    }
    long matrixLine = lines.number();
    try {
      if (!matrixDue) {
        throw lines.unusable("motif.invalid-header", "it has a second letter-probability matrix");
      }
      matrixDue = false;
      motifs.add(readMatrix(keyValues));
    } catch (UnusableMotif e) {
      motifs.reject(header.id(), e);
      if (lines.number() == matrixLine) lines.advance();
    }
  }

  private Motif readMatrix(String keyValues) throws IOException {
    double sites = 0;
    double eValue = 0;
    OptionalInt width = OptionalInt.empty();
    Matcher pair = KEY_VALUE.matcher(keyValues);
    while (pair.find()) {
      String value = pair.group(2);
      switch (pair.group(1)) {
        case "alength":
          requireFourLetters(lines.number(value), value);
          break;
        case "w":
          width = OptionalInt.of((int) lines.number(value));
          break;
        case "nsites":
          sites = lines.number(value);
          break;
        case "E":
          eValue = lines.number(value);
          break;
        default: // other keys say nothing about the matrix
      }
    }
    if (!(sites >= 0 && sites < Double.POSITIVE_INFINITY)) {
      throw lines.unusable("motif.invalid-number", "it has nsites= " + Digits.shortest(sites));
    }
    Motif motif = readColumns(width).probabilities(header.id(), header.name());
    return motif.withSites(sites).withEValue(eValue);
  }

  private void requireFourLetters(double length, String printed) {
    if (length != 4) {
      throw lines.error(
          "motif.alphabet",
          "motif " + header.id() + " has " + printed + " letters: only DNA motifs are read");
    }
  }

  private NumberTable readColumns(OptionalInt width) throws IOException {
    NumberTable columns = new NumberTable();
    lines.advance();
    if (width.isPresent()) lines.skipBlank();
    while (lines.current() != null
        && columns.rows() < width.orElse(Integer.MAX_VALUE)
        && ROW.matcher(lines.current()).matches()) {
      columns.add(lines, lines.current());
      if (columns.columns() == PROTEIN) requireFourLetters(PROTEIN, "20");
      lines.advance();
      if (columns.rows() < width.orElse(0)) lines.skipBlank();
    }
    int due = width.orElse(1);
    if (columns.rows() < due && lines.current() == null) {
      throw lines.error("motif.truncated", "motif " + header.id() + shortBy(columns, due));
    }
    if (columns.rows() < Math.max(1, due)) {
      throw lines.unusable("motif.truncated", "it" + shortBy(columns, due));
    }
    if (lines.current() != null && ROW.matcher(lines.current()).matches()) {
      throw lines.unusable("motif.invalid-header", "it has more columns than its w= " + due);
    }
    return columns;
  }

  private static String shortBy(NumberTable columns, int due) {
    if (due == 0) return " has no columns";
    return " has " + columns.rows() + " of its " + due + " columns";
  }
}
