package org.motifworks.trainer.report;

import java.util.List;
import org.motifworks.core.page.Html;

/** The strokes of a drawing as SVG; lengths are SVG units, y points down. */
final class Canvas {

  private final StringBuilder svg = new StringBuilder();

  /** A point of a line. */
  record Point(double x, double y) {}

  Canvas text(double x, double y, String style, String text) {
    svg.append("<text class=\"").append(style).append("\" x=\"").append(at(x)).append("\" y=\"");
    svg.append(at(y)).append("\">").append(Html.text(text)).append("</text>");
    return this;
  }

  Canvas line(double x1, double y1, double x2, double y2, String style) {
    svg.append("<line class=\"").append(style).append("\" x1=\"").append(at(x1));
    svg.append("\" y1=\"").append(at(y1)).append("\" x2=\"").append(at(x2)).append("\" y2=\"");
    svg.append(at(y2)).append("\"/>");
    return this;
  }

  Canvas polyline(List<Point> points, String style) {
    svg.append("<polyline class=\"").append(style).append("\" points=\"");
    for (Point point : points)
      svg.append(at(point.x())).append(',').append(at(point.y())).append(' ');
    svg.append("\"/>");
    return this;
  }

  Canvas rectangle(double x, double y, double width, double height, String style) {
    svg.append("<rect class=\"").append(style).append("\" x=\"").append(at(x)).append("\" y=\"");
    svg.append(at(y)).append("\" width=\"").append(at(width)).append("\" height=\"");
    svg.append(at(height)).append("\" rx=\"5\"/>");
    return this;
  }

  Canvas circle(double x, double y, double radius, String style) {
    svg.append("<circle class=\"").append(style).append("\" cx=\"").append(at(x));
    svg.append("\" cy=\"").append(at(y)).append("\" r=\"").append(at(radius)).append("\"/>");
    return this;
  }

  /** A closed shape around points. */
  Canvas polygon(List<Point> points, String style) {
    svg.append("<polygon class=\"").append(style).append("\" points=\"");
    for (Point point : points)
      svg.append(at(point.x())).append(',').append(at(point.y())).append(' ');
    svg.append("\"/>");
    return this;
  }

  /** Another drawing with its upper left corner at (x, y), scaled. */
  Canvas drawing(double x, double y, double scale, String content) {
    return stretched(x, y, scale, scale, content);
  }

  /** The same, scaled differently across and down. */
  Canvas stretched(double x, double y, double across, double down, String content) {
    svg.append("<g transform=\"translate(").append(at(x)).append(' ').append(at(y));
    svg.append(")scale(").append(Html.number(across, 3)).append(' ');
    svg.append(Html.number(down, 3)).append(")\">").append(content).append("</g>");
    return this;
  }

  /** What was drawn. */
  String content() {
    return svg.toString();
  }

  private static String at(double value) {
    return Html.number(value, 1);
  }
}
