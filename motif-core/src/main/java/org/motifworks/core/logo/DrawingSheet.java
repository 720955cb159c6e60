package org.motifworks.core.logo;

import java.util.ArrayList;
import java.util.List;

/** Drawings under each other in one SVG document, with lines of text above them where wanted. */
public final class DrawingSheet {
  private static final double HEADING = 24;
  private static final double GAP = 10;

  private final String title;
  private final List<Row> rows = new ArrayList<>();
  private double width;
  private double height;

  /**
   * A row.
   *
   * @param y of its upper edge
   */
  private record Row(double y, String group) {}

  /**
   * An empty sheet.
   *
   * @param title which screen readers say and browsers show
   */
  public DrawingSheet(String title) {
    this.title = title;
  }

  /** Writes a line of text beneath what is there. */
  public DrawingSheet heading(String text) {
    StringBuilder svg = new StringBuilder();
    svg.append("<g font-family=\"Helvetica,Arial,sans-serif\" font-size=\"14\"");
    svg.append(" fill=\"currentColor\">");
    SvgText.word(svg, 0, 15, "start", text);
    add(svg.append("</g>").toString(), 7.5 * text.length(), HEADING);
    return this;
  }

  /** Puts a drawing beneath what is there. */
  public DrawingSheet drawing(Drawing drawing) {
    add(drawing.toGroup(), drawing.width(), drawing.height() + GAP);
    return this;
  }

  /** A whole SVG document. */
  public String toSvg() {
    StringBuilder content = new StringBuilder(SequenceLogo.defs());
    for (Row row : rows) {
      content.append("<g transform=\"translate(0 ").append(SvgText.number(row.y())).append(")\">");
      content.append(row.group()).append("</g>");
    }
    return SequenceLogo.document(title, width, height, content.toString());
  }

  private void add(String group, double wide, double high) {
    rows.add(new Row(height, group));
    width = Math.max(width, wide);
    height += high;
  }
}
