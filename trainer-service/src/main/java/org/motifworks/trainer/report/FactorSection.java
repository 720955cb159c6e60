package org.motifworks.trainer.report;

import java.util.List;
import java.util.Map;
import org.motifworks.core.page.Html;
import org.motifworks.trainer.experiment.ResultRow;

/** How many filters of each architecture match each factor of the dataset. */
final class FactorSection {

  private FactorSection() {}

  static String html(ReportInput input) {
    List<ResultRow> rows =
        input.results().rows().stream().filter(row -> !counts(input, row).isEmpty()).toList();
    if (rows.isEmpty()) return "";
    List<String> factors =
        input.dataset().classes().stream()
            .filter(name -> rows.stream().anyMatch(row -> counts(input, row).containsKey(name)))
            .toList();
    double most =
        rows.stream()
            .flatMap(row -> counts(input, row).values().stream())
            .mapToDouble(v -> v)
            .max()
            .orElse(1);
    StringBuilder html =
        new StringBuilder(
            ReportPage.opened(
                "Which factors were found",
                "First-layer filters that match each factor, by the "
                    + input.rule()
                    + (input.results().trials() > 1 ? "; means over trials" : "")
                    + ". A filter counts at every factor it matches; a dash is a factor that none"
                    + " matches."));
    html.append("<div class=\"wide\"><table class=\"factors\"><thead><tr><th>Architecture</th>");
    for (String factor : factors) {
      html.append("<th class=\"n\">").append(Html.text(factor)).append("</th>");
    }
    html.append("<th class=\"n\">covered</th></tr></thead>\n<tbody>");
    for (ResultRow row : rows) row(html, row, counts(input, row), factors, most);
    return html.append("</tbody></table></div>\n</section>\n").toString();
  }

  private static void row(
      StringBuilder html,
      ResultRow row,
      Map<String, Double> counts,
      List<String> factors,
      double most) {
    html.append("<tr><th scope=\"row\">").append(Html.text(row.architecture())).append("</th>");
    for (String factor : factors) {
      double count = counts.getOrDefault(factor, 0.0);
      int strength = (int) Math.ceil(4 * count / Math.max(1, most));
      html.append("<td class=\"n heat").append(strength).append("\">");
      html.append(count == 0 ? "&#8211;" : shown(count)).append("</td>");
    }
    html.append("<td class=\"n\">");
    html.append(row.coveredFactors() == null ? "&#8212;" : shown(row.coveredFactors()));
    html.append("&#8239;/&#8239;").append(factors.size()).append("</td></tr>\n");
  }

  private static String shown(double count) {
    return Html.number(count, count == Math.rint(count) ? 0 : 1);
  }

  private static Map<String, Double> counts(ReportInput input, ResultRow row) {
    return row.matches().stream()
        .filter(
            match ->
                match.rule() == input.results().primaryRule()
                    && match.clip() == input.results().primaryClip())
        .findFirst()
        .map(ResultRow.MatchRow::filtersOfFactor)
        .orElse(Map.of());
  }
}
