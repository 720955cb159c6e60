package org.motifworks.interpret.report;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.motifworks.contracts.interpretation.FilterFinding;
import org.motifworks.contracts.interpretation.SaliencyFinding.ClassSaliency;
import org.motifworks.contracts.interpretation.TargetMatch;
import org.motifworks.contracts.model.TestMetrics.ClassMetrics;
import org.motifworks.core.page.Html;

/** How well each class is told from the others, and how many filters stand for it. */
final class ClassTable {
  private ClassTable() {}

  static String html(ReportInput input) {
    Map<String, Long> filters =
        input.interpretation().filters().stream()
            .flatMap(ClassTable::factors)
            .collect(Collectors.groupingBy(factor -> factor, Collectors.counting()));
    Map<String, Double> saliency =
        input.interpretation().saliency().perClass().stream()
            .collect(Collectors.toMap(ClassSaliency::name, ClassSaliency::auRoc, (a, b) -> a));
    boolean judged = !saliency.isEmpty();
    boolean relevant = input.interpretation().relevantMatchPercent().isPresent();
    StringBuilder table = new StringBuilder("<table class=\"classes\">\n<thead><tr><th>Class</th>");
    table.append("<th class=\"n\">Positives</th><th>AU-ROC</th><th>AU-PR</th>");
    if (judged) table.append("<th class=\"n\">Saliency AU-ROC</th>");
    if (relevant) table.append("<th class=\"n\">Filters</th>");
    table.append("</tr></thead>\n<tbody>");
    for (ClassMetrics metrics : input.model().test().classes()) {
      table.append("<tr><th scope=\"row\">").append(Html.text(metrics.name()));
      table.append("</th><td class=\"n\">").append(Html.count(metrics.positives()));
      table.append("</td><td>").append(bar(metrics.auRoc(), 0.5));
      table.append("</td><td>").append(bar(metrics.auPr(), 0)).append("</td>");
      if (judged) {
        Double value = saliency.get(metrics.name());
        table.append("<td class=\"n\">");
        table.append(value == null ? "&#8212;" : Html.number(value, 3)).append("</td>");
      }
      if (relevant) {
        table.append("<td class=\"n\">").append(filters.getOrDefault(metrics.name(), 0L));
        table.append("</td>");
      }
      table.append("</tr>\n");
    }
    table.append("</tbody>\n</table>\n");
    String note = "On the test split. AU-ROC bars begin at 0.5, which is chance.";
    if (relevant) note += " Filters: how many match the class&#8217;s factor.";
    return Report.section("Classes", note, table.toString());
  }

  private static Stream<String> factors(FilterFinding filter) {
    return filter.matches().stream()
        .map(TargetMatch::relevantFactor)
        .flatMap(Optional::stream)
        .distinct();
  }

  /** A value with a bar from {@code from} to 1; a dash when it is not defined. */
  private static String bar(Double value, double from) {
    if (value == null) return "&#8212;";
    double share = Math.max(0, Math.min(1, (value - from) / (1 - from)));
    return "<span class=\"bar\"><i style=\"width:"
        + Html.number(100 * share, 1)
        + "%\"></i></span><span class=\"barvalue\">"
        + Html.number(value, 3)
        + "</span>";
  }
}
