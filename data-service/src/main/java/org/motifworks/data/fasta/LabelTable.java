package org.motifworks.data.fasta;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.motifworks.data.source.SourceProblem;

/**
 * Which classes each sequence belongs to, by its id: tab-separated text with a header line, first
 * column the id, then one column of 0 and 1 for each class.
 */
final class LabelTable {

  private static final int MOST_COLUMNS = 10_000;

  private final List<String> classes;
  private final Map<String, byte[]> rows;

  private LabelTable(List<String> classes, Map<String, byte[]> rows) {
    this.classes = classes;
    this.rows = rows;
  }

  static LabelTable read(Path file, String name) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, name);
    }
  }

  /**
   * Reads UTF-8, LF or CRLF, blank lines skipped.
   *
   * @throws SourceProblem {@code labels.empty}, {@code labels.header}, {@code labels.columns},
   *     {@code labels.value}, {@code labels.duplicate-id}, {@code labels.encoding}, with the line
   */
  static LabelTable read(InputStream in, String name) throws IOException {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, decoder))) {
      return new Reading(lines, name).table();
    } catch (CharacterCodingException e) {
      throw new SourceProblem(
          "labels.encoding",
          name + " is no UTF-8 text.",
          "Save the table as plain, uncompressed tab-separated text in UTF-8.",
          e);
    }
  }

  /** Class names in column order. */
  List<String> classes() {
    return classes;
  }

  /** The labels of one sequence, shape {@code [classes]}, 0 or 1; not to be changed. */
  Optional<byte[]> labels(String id) {
    return Optional.ofNullable(rows.get(id));
  }

  int size() {
    return rows.size();
  }

  private static final class Reading {
    private final BufferedReader lines;
    private final String name;
    private int line;

    Reading(BufferedReader lines, String name) {
      this.lines = lines;
      this.name = name;
    }

    LabelTable table() throws IOException {
      String header = nextLine();
      if (header == null) {
        throw new SourceProblem(
            "labels.empty", name + " is empty.", "Write a header line, then a line a sequence.");
      }
      List<String> classes = classes(header);
      Map<String, byte[]> rows = new HashMap<>();
      for (String text = nextLine(); text != null; text = nextLine()) {
        String[] cells = text.split("\t", -1);
        if (cells.length != classes.size() + 1) throw columns(cells.length, classes.size());
        if (rows.put(cells[0].strip(), labels(cells, classes)) != null) {
          throw problem(
              "labels.duplicate-id",
              "the id '" + cells[0] + "' was there before",
              "Keep one line for each sequence.");
        }
      }
      if (rows.isEmpty()) {
        throw new SourceProblem(
            "labels.empty", name + " has a header and no rows.", "Write a line a sequence.");
      }
      return new LabelTable(classes, rows);
    }

    private String nextLine() throws IOException {
      String text;
      do {
        text = lines.readLine();
        line++;
      } while (text != null && text.isBlank());
      if (line == 1 && text != null && text.startsWith("\uFEFF")) return text.substring(1);
      return text;
    }

    private List<String> classes(String header) {
      List<String> cells = List.of(header.split("\t", -1));
      List<String> names = cells.subList(1, cells.size()).stream().map(String::strip).toList();
      boolean named = names.stream().noneMatch(String::isEmpty);
      boolean labelsAlready = names.stream().allMatch(cell -> cell.equals("0") || cell.equals("1"));
      if (names.isEmpty() || !named || labelsAlready || names.size() > MOST_COLUMNS) {
        throw problem(
            "labels.header",
            "the header names no classes: '" + shortened(header) + "'",
            "Begin with a line such as 'id<TAB>MAFK<TAB>Oct4', columns parted by tabs.");
      }
      if (new HashSet<>(names).size() < names.size()) {
        throw problem("labels.header", "a class is named twice", "Give each class one column.");
      }
      return names;
    }

    private byte[] labels(String[] cells, List<String> classes) {
      byte[] labels = new byte[classes.size()];
      for (int i = 0; i < labels.length; i++) {
        String cell = cells[i + 1].strip();
        if (!cell.equals("0") && !cell.equals("1")) {
          throw problem(
              "labels.value",
              "column " + classes.get(i) + " holds '" + shortened(cell) + "'",
              "Write 1 where the sequence belongs to the class and 0 where it does not.");
        }
        labels[i] = (byte) (cell.charAt(0) - '0');
      }
      return labels;
    }

    private SourceProblem columns(int cells, int classes) {
      return problem(
          "labels.columns",
          cells + " columns where the header has " + (classes + 1),
          "Give every line an id and one 0 or 1 for each class, parted by tabs.");
    }

    private SourceProblem problem(String code, String what, String action) {
      return new SourceProblem(code, name + " line " + line + ": " + what + ".", action);
    }
  }

  private static String shortened(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}
