package org.motifworks.standalone.terminal;

import java.util.ArrayList;
import java.util.List;

/** Aligned columns under faint headings; no lines, so that it also copies well. */
public final class Table {

  /** Which edge a column keeps. */
  public enum Align {
    LEFT,
    RIGHT
  }

  private static final String GAP = "  ";

  private final List<String> headings = new ArrayList<>();
  private final List<Align> alignments = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();

  public Table column(String heading) {
    return column(heading, Align.LEFT);
  }

  /** A column whose cells end at the same place: numbers. */
  public Table number(String heading) {
    return column(heading, Align.RIGHT);
  }

  private Table column(String heading, Align align) {
    headings.add(heading);
    alignments.add(align);
    return this;
  }

  /**
   * Adds a row.
   *
   * @throws IllegalArgumentException unless there is one cell a column
   */
  public Table row(String... cells) {
    if (cells.length != headings.size()) {
      throw new IllegalArgumentException(
          cells.length + " cells for " + headings.size() + " columns");
    }
    rows.add(List.of(cells));
    return this;
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The table as lines, each ended by a line feed and started by {@code indent}. */
  public String render(Style style, String indent) {
    int[] widths = new int[headings.size()];
    for (int c = 0; c < widths.length; c++) {
      widths[c] = Style.visibleLength(headings.get(c));
      for (List<String> row : rows) {
        widths[c] = Math.max(widths[c], Style.visibleLength(row.get(c)));
      }
    }
    StringBuilder text = new StringBuilder();
    List<String> faint = headings.stream().map(style::faint).toList();
    appendRow(text, faint, widths, indent);
    for (List<String> row : rows) appendRow(text, row, widths, indent);
    return text.toString();
  }

  private void appendRow(StringBuilder text, List<String> cells, int[] widths, String indent) {
    StringBuilder line = new StringBuilder(indent);
    for (int c = 0; c < widths.length; c++) {
      String padding = " ".repeat(widths[c] - Style.visibleLength(cells.get(c)));
      boolean left = alignments.get(c) == Align.LEFT;
      line.append(left ? cells.get(c) + padding : padding + cells.get(c));
      if (c < widths.length - 1) line.append(GAP);
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }
}
