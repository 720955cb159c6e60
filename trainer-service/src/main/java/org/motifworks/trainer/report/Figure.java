package org.motifworks.trainer.report;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.motifworks.core.logo.SequenceLogo;
import org.motifworks.core.page.Html;
import org.motifworks.core.page.Page;

/**
 * A drawing, to stand in the report or as a file of its own.
 *
 * @param title of the drawing, as text
 * @param width in SVG units, as {@code height}
 * @param content SVG that refers to the styles of {@code figures.css} and to the letters of {@link
 *     SequenceLogo#defs()}
 */
record Figure(String title, double width, double height, String content) {

  /** The look of all figures, in the colours of the page around them. */
  static final String STYLE = Page.resource(Figure.class, "figures.css");

  private static final Pattern VARIABLE = Pattern.compile("var\\(--[a-z]+, (#[0-9a-f]+)\\)");

  /** For a page that has {@link #STYLE}. */
  String inPage() {
    return Html.drawing(title, width, height, "<g class=\"drawn\">" + content + "</g>");
  }

  /**
   * A whole SVG document on white. Many programs that read SVG know no CSS variables: colours are
   * written out.
   */
  String document() {
    String box = Html.number(width, 0) + " " + Html.number(height, 0);
    String style = VARIABLE.matcher(STYLE).replaceAll((MatchResult colour) -> colour.group(1));
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 "
        + box
        + "\" width=\""
        + Html.number(width, 0)
        + "\" height=\""
        + Html.number(height, 0)
        + "\" role=\"img\"><title>"
        + Html.text(title)
        + "</title><style>"
        + style
        + "</style>"
        + SequenceLogo.defs()
        + "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/><g class=\"drawn\">"
        + content
        + "</g></svg>\n";
  }
}
