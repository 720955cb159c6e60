package org.motifworks.interpret.report;

import java.util.Optional;
import org.motifworks.contracts.interpretation.Interpretation;
import org.motifworks.contracts.model.TestMetrics;
import org.motifworks.core.page.Html;
import org.motifworks.core.simulation.PaperTable1;

/** The numbers of the model in one line, each above the paper's where the paper has one. */
final class KeyFigures {
  private static final String NONE = "&#8212;";

  private KeyFigures() {}

  static String html(ReportInput input) {
    Interpretation found = input.interpretation();
    TestMetrics test = input.model().test();
    Optional<PaperTable1.Row> paper = input.paper();
    StringBuilder html = new StringBuilder("<div class=\"figures\">\n");
    figure(
        html,
        "AU-ROC",
        value(test.auRocMean()),
        test.auRocSd() == null ? "" : "&#177;&#8239;" + Html.number(test.auRocSd(), 3),
        paper.map(
            row -> Html.number(row.auRoc(), 3) + " &#177;&#8239;" + Html.number(row.auRocSd(), 3)));
    figure(html, "AU-PR", value(test.auPrMean()), "mean of classes", Optional.empty());
    figure(
        html,
        "JASPAR match",
        Html.percent(found.jasparMatchPercent()),
        "of " + found.filterCount() + " filters",
        paper.map(row -> Html.percent(row.jasparMatchPercent())));
    figure(
        html,
        "Relevant match",
        found.relevantMatchPercent().isPresent()
            ? Html.percent(found.relevantMatchPercent().getAsDouble())
            : NONE,
        found.relevantMatchPercent().isPresent() ? coverage(input) : "no class names a factor",
        paper.map(row -> Html.percent(row.relevantMatchPercent())));
    figure(
        html,
        "Saliency AU-ROC",
        found.saliency().auRoc().isPresent()
            ? Html.number(found.saliency().auRoc().getAsDouble(), 3)
            : NONE,
        found.saliency().auRoc().isPresent() ? "finds embedded motifs" : "no truth to judge by",
        Optional.empty());
    figure(
        html,
        "Dead filters",
        String.valueOf(found.deadFilters().size()),
        "never fired in the test",
        Optional.empty());
    return html.append("</div>\n").toString();
  }

  private static String coverage(ReportInput input) {
    return input.interpretation().primary().coveredFactors().size()
        + " of "
        + input.model().classes().size()
        + " factors found";
  }

  private static String value(Double number) {
    return number == null ? NONE : Html.number(number, 3);
  }

  private static void figure(
      StringBuilder html, String name, String value, String detail, Optional<String> paper) {
    html.append("<div class=\"figure\"><p class=\"name\">").append(name);
    html.append("</p><p class=\"value\">").append(value);
    html.append("</p><p class=\"detail\">").append(detail.isEmpty() ? "&#160;" : detail);
    html.append("</p>");
    paper.ifPresent(it -> html.append("<p class=\"paper\">paper ").append(it).append("</p>"));
    html.append("</div>\n");
  }
}
