package org.motifworks.interpret.report;

import java.util.List;
import java.util.Optional;
import org.motifworks.contracts.interpretation.ClipRule;
import org.motifworks.contracts.interpretation.FilterRule;
import org.motifworks.contracts.interpretation.Interpretation;
import org.motifworks.contracts.interpretation.RuleSummary;
import org.motifworks.contracts.model.TestMetrics;
import org.motifworks.core.page.Html;
import org.motifworks.core.simulation.PaperTable1;

/** The line of the paper's Table 1, and how it depends on rule and clip. */
final class MatchTable {
  private MatchTable() {}

  static String html(ReportInput input) {
    Interpretation found = input.interpretation();
    StringBuilder table = new StringBuilder("<table class=\"matches\">\n<thead><tr>");
    table.append("<th>Filters to motifs by</th><th>Columns clipped by</th>");
    table.append("<th class=\"n\">AU-ROC</th><th class=\"n\">JASPAR match</th>");
    table.append("<th class=\"n\">Relevant match</th><th>Factors found</th></tr></thead>\n<tbody>");
    for (RuleSummary summary : found.summaries()) {
      boolean primary =
          summary.rule() == found.primaryRule() && summary.clip() == found.primaryClip();
      row(table, input, summary, primary);
    }
    input.paper().ifPresent(row -> paper(table, input.model().architecture().name(), row));
    table.append("</tbody>\n</table>\n");
    return Report.section(
        "Whole motifs or parts",
        "A network whose filters match known motifs has learned them whole; one that scores as well"
            + " with filters that match nothing has spread them over deeper layers (Koo &amp; Eddy"
            + " 2019). A match is a Tomtom hit at E &#8804; "
            + Html.number(found.settings().eValue(), 1)
            + "; it is relevant when the hit is a factor of this dataset. The figures depend on how"
            + " a filter is turned into a motif, so all four ways are given; the first is the one"
            + " behind the paper&#8217;s table and behind the rest of this report.",
        table.toString());
  }

  private static void row(
      StringBuilder table, ReportInput input, RuleSummary summary, boolean primary) {
    TestMetrics test = input.model().test();
    table.append(primary ? "<tr class=\"primary\"><td>" : "<tr><td>");
    table.append(rule(summary.rule())).append("</td><td>").append(clip(summary.clip()));
    table.append("</td><td class=\"n\">");
    table.append(
        test.auRocMean() == null
            ? "&#8212;"
            : Html.number(test.auRocMean(), 3) + " &#177; " + Html.number(test.auRocSd(), 3));
    table.append("</td><td class=\"n\">").append(Html.percent(summary.jasparMatchPercent()));
    table.append("</td><td class=\"n\">");
    table.append(
        summary.relevantMatchPercent().isPresent()
            ? Html.percent(summary.relevantMatchPercent().getAsDouble())
            : "&#8212;");
    table
        .append("</td><td class=\"factors\">")
        .append(factors(summary.coveredFactors(), input.model().classes()));
    table.append("</td></tr>\n");
  }

  private static void paper(StringBuilder table, String name, PaperTable1.Row row) {
    table.append("<tr class=\"paper\"><td colspan=\"2\">").append(Html.text(name));
    table.append(" in the paper&#8217;s Table 1</td><td class=\"n\">");
    table.append(Html.number(row.auRoc(), 3)).append(" &#177; ");
    table.append(Html.number(row.auRocSd(), 3)).append("</td><td class=\"n\">");
    table.append(Html.percent(row.jasparMatchPercent())).append("</td><td class=\"n\">");
    table.append(Html.percent(row.relevantMatchPercent())).append("</td><td></td></tr>\n");
  }

  static String rule(FilterRule rule) {
    return rule == FilterRule.CODE
        ? "every activation over half the maximum, weighted"
        : "one window a sequence, over 0.7 of the maximum";
  }

  static String clip(ClipRule clip) {
    return clip == ClipRule.SHARPENED ? "sharpened information" : "plain information";
  }

  /** The names while they are few, else how many and which are wanting. */
  static String factors(List<String> found, List<String> classes) {
    if (found.isEmpty()) return "none";
    if (found.size() == classes.size()) return "all " + classes.size();
    if (found.size() <= 6) return Html.text(String.join(" ", found));
    List<String> wanting = classes.stream().filter(name -> !found.contains(name)).toList();
    String count = found.size() + " of " + classes.size();
    return wanting.size() > 6 ? count : count + ", not " + Html.text(String.join(" ", wanting));
  }

  /** The primary rule and clip in words, for captions. */
  static Optional<String> primary(Interpretation found) {
    return Optional.of(rule(found.primaryRule()) + "; clip by " + clip(found.primaryClip()));
  }
}
