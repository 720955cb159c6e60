package org.motifworks.trainer.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.motifworks.core.page.Html;
import org.motifworks.trainer.experiment.Comparison;
import org.motifworks.trainer.experiment.ResultRow;

/** Tests between architectures, as a square a metric. */
final class TestSection {

  /** Larger squares cannot be read; the numbers are in the table's JSON. */
  static final int MOST_ARCHITECTURES = 16;

  private static final double SIGNIFICANT = 0.05;

  private TestSection() {}

  static String html(ReportInput input) {
    List<String> names = input.results().rows().stream().map(ResultRow::architecture).toList();
    if (names.size() < 2) return "";
    String note =
        Html.text(input.results().test())
            + ". Correction for many tests: "
            + Html.text(input.results().correction())
            + ". The classes are those of one dataset: the test tells whether architectures differ on"
            + " it, not on others.";
    if (names.size() > MOST_ARCHITECTURES) {
      return ReportPage.opened("Are they different?", note)
          + "<p>All pairs are in the results as JSON.</p></section>\n";
    }
    return ReportPage.opened("Are they different?", note)
        + square(input, names, "auRoc", "AU-ROC")
        + square(input, names, "auPr", "AU-PR")
        + "</section>\n";
  }

  private static String square(ReportInput input, List<String> names, String metric, String title) {
    Map<List<String>, Comparison> pairs = new HashMap<>();
    for (Comparison each : input.results().comparisons()) {
      if (each.metric().equals(metric)) pairs.put(List.of(each.first(), each.second()), each);
    }
    StringBuilder html = new StringBuilder("<h3 class=\"second\">").append(title);
    html.append(": row minus column</h3>\n<p class=\"note\">Mean difference over classes in")
        .append(" thousandths; beneath it the adjusted p-value. &#9679; marks p &lt; ")
        .append(SIGNIFICANT)
        .append(".</p>\n<div class=\"wide\"><table class=\"square\"><thead><tr><th></th>");
    for (String name : names.subList(1, names.size())) {
      html.append("<th class=\"n\">").append(Html.text(name)).append("</th>");
    }
    html.append("</tr></thead>\n<tbody>");
    for (int i = 0; i < names.size() - 1; i++) {
      html.append("<tr><th scope=\"row\">").append(Html.text(names.get(i))).append("</th>");
      for (int j = 1; j < names.size(); j++) {
        Comparison pair = j > i ? pairs.get(List.of(names.get(i), names.get(j))) : null;
        html.append(pair == null ? "<td></td>" : cell(pair));
      }
      html.append("</tr>\n");
    }
    return html.append("</tbody></table></div>\n").toString();
  }

  private static String cell(Comparison pair) {
    boolean significant = pair.adjustedPValue() != null && pair.adjustedPValue() < SIGNIFICANT;
    long thousandths = Math.round(1000 * pair.meanDifference());
    String sign = thousandths > 0 ? "+" : thousandths < 0 ? "&#8722;" : "";
    return "<td class=\"n"
        + (significant ? " significant" : "")
        + "\">"
        + (significant ? "&#9679;&#8239;" : "")
        + sign
        + Math.abs(thousandths)
        + "<small>"
        + (pair.adjustedPValue() == null ? "" : Html.significance(pair.adjustedPValue()))
        + "</small></td>";
  }
}
