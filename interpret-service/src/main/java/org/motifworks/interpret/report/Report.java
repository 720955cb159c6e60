package org.motifworks.interpret.report;

import java.util.List;
import org.motifworks.core.page.Html;
import org.motifworks.core.page.Page;

/** The whole page. */
public final class Report {
  private static final String STYLE = Page.resource(Report.class, "report.css");

  private Report() {}

  /** A complete HTML document without scripts and without anything to be fetched. */
  public static String html(ReportInput input) {
    String name = Html.text(input.model().architecture().name());
    StringBuilder page = new StringBuilder(1 << 20);
    page.append(Page.open(name + " &#183; Motifworks report", STYLE));
    page.append(header(input, name));
    page.append(KeyFigures.html(input));
    for (String section : sections(input)) page.append(section);
    return page.append(Page.close("")).toString();
  }

  private static List<String> sections(ReportInput input) {
    return List.of(
        MatchTable.html(input),
        FilterSections.best(input),
        ClassTable.html(input),
        TrainingCurve.html(input),
        SaliencySection.html(input),
        FilterSections.gallery(input),
        DeeperLayers.html(input),
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
}
