package org.motifworks.interpret.report;

import org.motifworks.contracts.interpretation.Interpretation;
import org.motifworks.contracts.interpretation.LayerFinding;
import org.motifworks.contracts.interpretation.RuleSummary;
import org.motifworks.core.page.Html;

/** The layers after the first whose filters can be read as motifs, each with its own matches. */
final class DeeperLayers {
  private DeeperLayers() {}

  /** Nothing for an architecture that pools at once. */
  static String html(ReportInput input) {
    StringBuilder sections = new StringBuilder();
    for (LayerFinding layer : input.interpretation().deeperLayers()) {
      sections.append(
          Report.section(
              "Layer " + layer.layer(),
              "Nothing was pooled before this layer, so its "
                  + layer.filterCount()
                  + " filters are read as motifs too, "
                  + layer.receptiveField()
                  + "&#8239;nt wide: as much of the sequence as each of them sees. "
                  + dead(layer)
                  + " Drawn are the columns that were matched.",
              summaries(input.interpretation(), layer) + FilterSections.tiles(layer.filters())));
    }
    return sections.toString();
  }

  private static String dead(LayerFinding layer) {
    int dead = layer.deadFilters().size();
    return dead == 0 ? "None is dead." : dead + " never fired in the test.";
  }

  private static String summaries(Interpretation found, LayerFinding layer) {
    StringBuilder table = new StringBuilder("<table class=\"matches\">\n<thead><tr>");
    table.append("<th>Filters to motifs by</th><th>Columns clipped by</th>");
    table.append("<th class=\"n\">JASPAR match</th><th class=\"n\">Relevant match</th>");
    table.append("<th>Factors found</th></tr></thead>\n<tbody>");
    for (RuleSummary summary : layer.summaries()) {
      boolean primary =
          summary.rule() == found.primaryRule() && summary.clip() == found.primaryClip();
      table.append(primary ? "<tr class=\"primary\"><td>" : "<tr><td>");
      table.append(MatchTable.rule(summary.rule())).append("</td><td>");
      table.append(MatchTable.clip(summary.clip())).append("</td><td class=\"n\">");
      table.append(Html.percent(summary.jasparMatchPercent())).append("</td><td class=\"n\">");
      table.append(
          summary.relevantMatchPercent().isPresent()
              ? Html.percent(summary.relevantMatchPercent().getAsDouble())
              : "&#8212;");
      table.append("</td><td class=\"factors\">");
      table.append(MatchTable.factors(summary.coveredFactors(), found.classes()));
      table.append("</td></tr>\n");
    }
    return table.append("</tbody>\n</table>\n").toString();
  }
}
