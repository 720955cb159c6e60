package org.motifworks.core.motif.io;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/** Which format a text is in, by its first lines. */
final class FormatDetection {
  private static final Pattern TRANSFAC_TAG = Pattern.compile("(VV|AC|ID|NA|XX|DE)(\\s.*)?");
  private static final Pattern BRACKETED = Pattern.compile("(?i)[ACGTU]?\\s*\\[.*");
  private static final Pattern NUMBERS = Pattern.compile("[-+.\\d][-+.\\deE]*([\\s,;]+\\S+)*");
  private static final Pattern NUCLEOTIDES = Pattern.compile("(?i)[ACGTUNRYKMSWBDHV]{4,}\\*?");

  private FormatDetection() {}

  /**
   * The format of the text that begins at the current line.
   *
   * @throws MotifFormatException {@code motif.empty} or {@code motif.unknown-format}
   */
  static MotifFileFormat of(NumberedLines lines) throws IOException {
    List<String> head = lines.head().stream().filter(line -> !line.isEmpty()).toList();
    if (head.isEmpty()) throw lines.error("motif.empty", "the file is empty");
    for (String line : head) {
      if (MemeReader.VERSION.matcher(line).matches()) return MotifFileFormat.MEME;
      if (line.startsWith(">")) break;
    }
    if (head.stream().anyMatch(line -> UniProbeFormat.ROW.matcher(line).matches())
        && !head.get(0).startsWith(">")) {
      return MotifFileFormat.UNIPROBE;
    }
    if (TRANSFAC_TAG.matcher(head.get(0)).matches()
        || head.stream().anyMatch(line -> TransfacFormat.MATRIX.matcher(line).matches())) {
      return MotifFileFormat.TRANSFAC;
    }
    List<String> rows = head.stream().filter(line -> !line.startsWith("#")).toList();
    if (rows.isEmpty()) throw unknown(lines, head.get(0));
    return rows.get(0).startsWith(">") ? titled(lines, rows) : untitled(lines, rows.get(0));
  }

  private static MotifFileFormat titled(NumberedLines lines, List<String> rows) {
    if (rows.size() < 2) return MotifFileFormat.PLAIN; // which tells that it has no rows
    String first = rows.get(1);
    if (BRACKETED.matcher(first).matches()) return MotifFileFormat.JASPAR;
    if (NUCLEOTIDES.matcher(first).matches()) {
      throw lines.error(
          "motif.unknown-format",
          "these are sequences (FASTA), not motifs: '" + Header.cut(first) + "'");
    }
    String[] fields = rows.get(0).split("\t");
    if (fields.length > 2 && NUMBERS.matcher(fields[2].strip()).matches()) {
      return MotifFileFormat.HOMER;
    }
    return MotifFileFormat.PLAIN;
  }

  private static MotifFileFormat untitled(NumberedLines lines, String first) {
    boolean plain =
        NUMBERS.matcher(first).matches()
            || PlainFormat.LABELLED.matcher(first).matches()
            || PlainFormat.COLUMN_NAMES.matcher(first).matches();
    if (plain) return MotifFileFormat.PLAIN;
    throw unknown(lines, first);
  }

  private static MotifFormatException unknown(NumberedLines lines, String first) {
    String hint =
        first.startsWith("<")
            ? "HTML or XML, of which motifs cannot be read; MEME's text output (meme.txt) can"
            : "not a motif file of a known format (" + MotifFileFormat.words() + ")";
    return lines.error(
        "motif.unknown-format", hint + "; it begins with '" + Header.cut(first) + "'");
  }
}
