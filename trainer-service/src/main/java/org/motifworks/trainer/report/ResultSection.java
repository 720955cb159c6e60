package org.motifworks.trainer.report;

import java.util.Objects;
import org.motifworks.core.page.Html;
import org.motifworks.core.simulation.PaperTable1;
import org.motifworks.trainer.experiment.ResultRow;
import org.motifworks.trainer.experiment.ResultTable;

/** The paper's table, and its shares by every rule and clip. */
final class ResultSection {

  private static final String NONE = "&#8212;";

  private ResultSection() {}

  static String html(ReportInput input) {
    ResultTable table = input.results();
    boolean paper = table.rows().stream().map(ResultRow::paper).anyMatch(Objects::nonNull);
    String note =
        "AU-ROC and AU-PR on the test split: mean &#177; standard deviation over classes. Shares are of"
            + " all first-layer filters, dead ones included, by the "
            + input.rule()
            + ". "
            + (table.trials() > 1
                ? "All figures are means over trials; in small print &#177; standard deviation over"
                    + " trials. "
                : "")
            + (paper ? "In colour: Koo &amp; Eddy 2019, Table 1." : "");
    String rule = input.rule().replace(", ", ",<br>");
    StringBuilder html = new StringBuilder(ReportPage.opened("Results", note));
    html.append("<div class=\"wide\"><table class=\"results\">\n<thead><tr><th>Architecture</th>");
    html.append("<th class=\"n\">AU-ROC</th><th class=\"n\">AU-PR</th>");
    html.append("<th class=\"n\">JASPAR&#8239;%<small>").append(rule);
    html.append("</small></th><th class=\"n\">relevant&#8239;%<small>").append(rule);
    html.append("</small></th><th class=\"n\">factors<small>covered</small></th>");
    html.append("<th class=\"n\">dead<small>filters</small></th>");
    html.append("<th class=\"n\">copies<small>same +<br>opposite strand</small></th>");
    html.append("<th class=\"n\">saliency<small>AU-ROC</small></th>");
    html.append("<th class=\"n\">trials</th></tr></thead>\n<tbody>");
    for (ResultRow row : table.rows()) row(html, row, table.trials());
    return html.append("</tbody></table></div>\n")
        .append(rules(table))
        .append("</section>\n")
        .toString();
  }

  private static void row(StringBuilder html, ResultRow row, int trials) {
    PaperTable1.Row paper = row.paper();
    html.append("<tr><th scope=\"row\">").append(Html.text(row.architecture())).append("</th>");
    cell(
        html,
        score(row.auRoc(), row.auRocSd()),
        sd(row.auRocTrialSd(), 4),
        paper == null ? null : score(paper.auRoc(), paper.auRocSd()));
    cell(html, score(row.auPr(), row.auPrSd()), sd(row.auPrTrialSd(), 4), null);
    cell(
        html,
        number(row.jasparMatchPercent(), 0),
        sd(row.jasparMatchTrialSd(), 1),
        paper == null ? null : Integer.toString(paper.jasparMatchPercent()));
    cell(
        html,
        strong(number(row.relevantMatchPercent(), 0)),
        sd(row.relevantMatchTrialSd(), 1),
        paper == null ? null : Integer.toString(paper.relevantMatchPercent()));
    int decimals = trials > 1 ? 1 : 0;
    cell(html, number(row.coveredFactors(), decimals), null, null);
    cell(html, number(row.deadFilters(), decimals), null, null);
    String copies =
        row.duplicateFilters() == null
            ? NONE
            : number(row.duplicateFilters(), decimals)
                + " + "
                + number(row.reverseComplementFilters(), decimals);
    cell(html, copies, null, null);
    cell(html, number(row.saliencyAuRoc(), 3), null, null);
    cell(html, trialCount(row, trials), null, null);
    html.append("</tr>\n");
  }

  /** Finished of asked for. */
  private static String trialCount(ResultRow row, int trials) {
    return row.interpretedTrials() == trials
        ? Integer.toString(trials)
        : row.interpretedTrials() + "&#8239;/&#8239;" + trials;
  }

  private static void cell(StringBuilder html, String value, String sd, String paper) {
    html.append("<td class=\"n\">").append(value);
    if (sd != null) html.append("<small>").append(sd).append("</small>");
    if (paper != null) html.append("<small class=\"paper\">").append(paper).append("</small>");
    html.append("</td>");
  }

  private static String rules(ResultTable table) {
    ResultRow first =
        table.rows().stream().filter(row -> !row.matches().isEmpty()).findFirst().orElse(null);
    if (first == null) return "";
    StringBuilder html = new StringBuilder("<h3 class=\"second\">By every rule and clip</h3>\n");
    html.append("<p class=\"note\">JASPAR&#8239;% / relevant&#8239;%. The filter rule says how the")
        .append(
            " sequences that excite a filter become its motif (code: every position over half of")
        .append(" its maximum, weighted; text: the best window of a sequence over 0.7 of it), the")
        .append(" clip which of its columns are matched. Marked: those of the table above.</p>\n")
        .append("<div class=\"wide\"><table class=\"rules\"><thead><tr><th>Architecture</th>");
    for (ResultRow.MatchRow match : first.matches()) {
      html.append("<th class=\"n").append(primary(table, match)).append("\">");
      html.append(match.rule().label()).append(" rule<small>").append(match.clip().label());
      html.append(" clip</small></th>");
    }
    html.append("</tr></thead>\n<tbody>");
    for (ResultRow row : table.rows()) {
      html.append("<tr><th scope=\"row\">").append(Html.text(row.architecture())).append("</th>");
      for (ResultRow.MatchRow match : row.matches()) {
        html.append("<td class=\"n").append(primary(table, match)).append("\">");
        html.append(number(match.jasparMatchPercent(), 0)).append(" / ");
        html.append(number(match.relevantMatchPercent(), 0)).append("</td>");
      }
      html.append("</tr>\n");
    }
    return html.append("</tbody></table></div>\n").toString();
  }

  private static String primary(ResultTable table, ResultRow.MatchRow match) {
    boolean shown = match.rule() == table.primaryRule() && match.clip() == table.primaryClip();
    return shown ? " shown" : "";
  }

  private static String score(Double mean, Double sd) {
    return mean == null ? NONE : number(mean, 3) + " &#177; " + number(sd, 3);
  }

  private static String sd(Double value, int decimals) {
    return value == null ? null : "&#177;&#8239;" + Html.number(value, decimals);
  }

  private static String number(Double value, int decimals) {
    return value == null ? NONE : Html.number(value, decimals);
  }

  private static String strong(String text) {
    return "<b>" + text + "</b>";
  }
}
