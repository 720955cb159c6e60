package org.motifworks.interpret.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.motifworks.core.logo.SequenceLogo;

/** The whole page. */
public final class Report {
  private static final String STYLE = resource("report.css");

  private Report() {}

  /** A complete HTML document without scripts and without anything to be fetched. */
  public static String html(ReportInput input) {
    String name = Html.text(input.model().architecture().name());
    StringBuilder page = new StringBuilder(1 << 20);
    page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.append("<title>").append(name).append(" &#183; Motifworks report</title>\n");
    page.append("<style>\n").append(STYLE).append("</style>\n</head>\n<body>\n");
    page.append("<svg width=\"0\" height=\"0\" style=\"position:absolute\" aria-hidden=\"true\">");
    page.append(SequenceLogo.defs()).append("</svg>\n<main>\n");
    page.append(header(input, name));
    page.append(KeyFigures.html(input));
    for (String section : sections(input)) page.append(section);
    page.append("</main>\n</body>\n</html>\n");
    return page.toString();
  }

  private static List<String> sections(ReportInput input) {
    return List.of(
        MatchTable.html(input),
        FilterSections.best(input),
        ClassTable.html(input),
        TrainingCurve.html(input),
        SaliencySection.html(input),
        FilterSections.gallery(input),
        ProvenanceSection.html(input));
  }

  private static String header(ReportInput input, String name) {
    return "<header>\n<p class=\"brand\">Motifworks</p>\n<h1>What "
        + name
        + " has learned</h1>\n<p class=\"lead\">"
        + input.interpretation().filterCount()
        + " first-layer filters read as sequence motifs, matched against JASPAR CORE "
        + Html.text(input.interpretation().settings().jaspar())
        + " vertebrates. "
        + input.model().classes().size()
        + (input.model().classes().size() == 1 ? " class, " : " classes, ")
        + "sequences of "
        + input.model().window()
        + "&#8239;nt, "
        + Html.count(input.interpretation().provenance().testSequences())
        + " of them to test on.</p>\n</header>\n";
  }

  static String section(String title, String introduction, String content) {
    return "<section>\n<h2>"
        + title
        + "</h2>\n<p class=\"note\">"
        + introduction
        + "</p>\n"
        + content
        + "</section>\n";
  }

  private static String resource(String file) {
    try (InputStream bytes = Report.class.getResourceAsStream(file)) {
      if (bytes == null) throw new IllegalStateException("Missing from this build: " + file);
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
