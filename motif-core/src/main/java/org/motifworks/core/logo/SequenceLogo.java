package org.motifworks.core.logo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.motifworks.core.motif.PositionProbabilityMatrix;

/**
 * A sequence logo as SVG.
 *
 * <p>{@link #toSvg()} is a document of its own. A page with many logos writes {@link #defs()} once
 * and each logo's {@link #toGroup()}, which is {@link #width()} x {@link #height()} units large
 * with its origin in the upper left corner. Immutable; numbers have at most three decimals.
 */
public final class SequenceLogo implements Drawing {
  private static final double AXIS_WIDTH = 36;
  private static final double MARGIN = 6; // half a tick label stands out above and below
  private static final double LINE_HEIGHT = 16;

  private final LogoPanel panel;
  private final String unit;
  private final String title;
  private final boolean axis;
  private final int firstPosition;
  private final boolean positions;
  private final List<LogoSpan> spans;

  private SequenceLogo(
      LogoPanel panel,
      String unit,
      String title,
      boolean axis,
      boolean positions,
      int firstPosition,
      List<LogoSpan> spans) {
    this.panel = panel;
    this.unit = unit;
    this.title = title;
    this.axis = axis;
    this.positions = positions;
    this.firstPosition = firstPosition;
    this.spans = List.copyOf(spans);
  }

  /** A motif: letters as high as their share of the position's information, 2 bits full height. */
  public static SequenceLogo ofMotif(PositionProbabilityMatrix matrix) {
    LogoPanel panel = new LogoPanel(LogoHeights.information(matrix), 2, 0);
    String title = "Sequence logo of " + matrix.consensus();
    return new SequenceLogo(panel, "bits", title, false, false, 1, List.of());
  }

  /**
   * Signed contributions: positive letters above the axis, negative ones upside down below it.
   *
   * @param contributions shape {@code [length][4]}, columns A C G T, any unit, finite; length &gt;
   *     0
   */
  public static SequenceLogo ofContributions(double[][] contributions) {
    if (contributions.length == 0) throw new IllegalArgumentException("A logo needs a position");
    double[][] heights = new double[contributions.length][];
    for (int position = 0; position < heights.length; position++) {
      heights[position] = contributions[position].clone();
      for (double height : heights[position]) {
        if (!Double.isFinite(height) || heights[position].length != 4) {
          throw new IllegalArgumentException("Position " + position + " is not four finite values");
        }
      }
    }
    String title = "Contribution of " + heights.length + " nucleotides";
    LogoPanel panel = LogoPanel.fitted(heights);
    return new SequenceLogo(panel, "", title, false, false, 1, List.of());
  }

  /** The same logo under another title, which screen readers say and browsers show. */
  public SequenceLogo titled(String other) {
    return new SequenceLogo(panel, unit, other, axis, positions, firstPosition, spans);
  }

  /** The same logo with a scale on its left. */
  public SequenceLogo withAxis() {
    return new SequenceLogo(panel, unit, title, true, positions, firstPosition, spans);
  }

  /** The same logo with numbered positions, the first column being {@code first}. */
  public SequenceLogo withPositions(int first) {
    return new SequenceLogo(panel, unit, title, axis, true, first, spans);
  }

  /** The same logo with stretches marked under it; they may reach to the last column. */
  public SequenceLogo withSpans(List<LogoSpan> marked) {
    for (LogoSpan span : marked) {
      if (span.end() > panel.heights.length) {
        throw new IllegalArgumentException(span + " leaves a logo of " + panel.heights.length);
      }
    }
    return new SequenceLogo(panel, unit, title, axis, positions, firstPosition, marked);
  }

  /** The same logo with what its letters' heights are measured in written beside its scale. */
  public SequenceLogo measuredIn(String other) {
    return new SequenceLogo(panel, other, title, axis, positions, firstPosition, spans);
  }

  /**
   * The same logo in lines of at most so many columns, all drawn to one scale. Marked stretches are
   * cut where a line ends.
   */
  public List<SequenceLogo> lines(int columns) {
    if (columns < 1) throw new IllegalArgumentException("A line has a column, not " + columns);
    List<SequenceLogo> lines = new ArrayList<>();
    for (int from = 0; from < panel.heights.length; from += columns) {
      int to = Math.min(panel.heights.length, from + columns);
      double[][] part = Arrays.copyOfRange(panel.heights, from, to);
      LogoPanel cut = new LogoPanel(part, panel.top, panel.bottom);
      List<LogoSpan> marked = new ArrayList<>();
      for (LogoSpan span : spans) span.within(from, to).ifPresent(marked::add);
      int first = firstPosition + from;
      lines.add(new SequenceLogo(cut, unit, title, axis, positions, first, marked));
    }
    return lines;
  }

  /** Width in SVG units; a column is 20. */
  @Override
  public double width() {
    return left() + panel.width();
  }

  /** Height in SVG units; the letters have 100. */
  @Override
  public double height() {
    double lines = (positions ? LINE_HEIGHT : 0) + (spans.isEmpty() ? 0 : LINE_HEIGHT + 4);
    return LogoPanel.HEIGHT + (axis ? 2 * MARGIN : 0) + lines;
  }

  private double left() {
    return axis ? AXIS_WIDTH : 0;
  }

  /** The four letters all groups of a document refer to; write it once, before them. */
  public static String defs() {
    return LogoGlyphs.defs();
  }

  /** A whole SVG document. */
  public String toSvg() {
    return document(title, width(), height(), defs() + toGroup());
  }

  static String document(String title, double width, double height, String content) {
    String box = SvgText.number(width) + " " + SvgText.number(height);
    String name = SvgText.escape(title);
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 "
        + box
        + "\" width=\""
        + SvgText.number(width)
        + "\" height=\""
        + SvgText.number(height)
        + "\" role=\"img\" aria-label=\""
        + name
        + "\"><title>"
        + name
        + "</title>"
        + content
        + "</svg>";
  }

  /** The drawing alone, for a document that has {@link #defs()} already. */
  @Override
  public String toGroup() {
    StringBuilder svg = new StringBuilder();
    svg.append("<g font-family=\"Helvetica,Arial,sans-serif\" font-size=\"11\"");
    svg.append(" fill=\"currentColor\">");
    double top = axis ? MARGIN : 0;
    for (LogoSpan span : spans) drawBand(svg, span, top);
    panel.draw(svg, left(), top);
    if (axis || panel.bottom < 0) {
      SvgText.line(svg, left(), top + panel.y(0), width(), top + panel.y(0));
    }
    if (axis) drawAxis(svg, top);
    if (positions) drawPositions(svg, top + LogoPanel.HEIGHT + (axis ? MARGIN : 0));
    for (LogoSpan span : spans) {
      double middle = left() + (span.start() + span.end()) * LogoPanel.COLUMN / 2;
      SvgText.word(svg, middle, height() - 5, "middle", span.label());
    }
    return svg.append("</g>").toString();
  }

  private void drawBand(StringBuilder svg, LogoSpan span, double top) {
    double width = (span.end() - span.start()) * LogoPanel.COLUMN;
    svg.append("<rect x=\"").append(SvgText.number(left() + span.start() * LogoPanel.COLUMN));
    svg.append("\" y=\"").append(SvgText.number(top)).append("\" width=\"");
    svg.append(SvgText.number(width)).append("\" height=\"");
    svg.append(SvgText.number(height() - top));
    svg.append("\" rx=\"4\" fill-opacity=\".1\"/>");
  }

  private void drawAxis(StringBuilder svg, double top) {
    double x = left() - 3;
    SvgText.line(svg, x, top, x, top + LogoPanel.HEIGHT);
    List<Double> ticks = new ArrayList<>(List.of(panel.top, 0.0));
    if (unit.equals("bits")) ticks.add(1.0);
    if (panel.bottom < 0) ticks.add(panel.bottom);
    for (double tick : ticks) {
      double y = top + panel.y(tick);
      SvgText.line(svg, x - 4, y, x, y);
      // a tick so near zero that its label would lie on zero's goes without
      if (tick != 0 && Math.abs(panel.y(tick) - panel.y(0)) < 11) continue;
      SvgText.word(svg, x - 6, y + 4, "end", tickLabel(tick));
    }
    if (!unit.isEmpty()) {
      svg.append("<text transform=\"translate(10 ").append(SvgText.number(top + 50));
      svg.append(")rotate(-90)\" text-anchor=\"middle\">").append(unit).append("</text>");
    }
  }

  private static String tickLabel(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e4) return Long.toString((long) value);
    return Math.abs(value) >= 0.01 && Math.abs(value) < 1e4
        ? SvgText.number(Math.round(value * 100) / 100.0)
        : String.format(Locale.ROOT, "%.0e", value);
  }

  private void drawPositions(StringBuilder svg, double y) {
    int every = panel.heights.length <= 30 ? 1 : 10;
    for (int column = 0; column < panel.heights.length; column++) {
      int number = firstPosition + column;
      if (number % every != 0) continue;
      double x = left() + (column + 0.5) * LogoPanel.COLUMN;
      SvgText.word(svg, x, y + 12, "middle", Integer.toString(number));
    }
  }
}
