package org.motifworks.trainer.experiment;

import java.util.Locale;
import java.util.Objects;
import org.motifworks.core.simulation.PaperTable1;

/** A table for LaTeX with package {@code booktabs}: the paper's Table 1, its own row beside it. */
final class ResultsLatex {

  private ResultsLatex() {}

  static String of(ResultTable table) {
    boolean paper = table.rows().stream().map(ResultRow::paper).anyMatch(Objects::nonNull);
    StringBuilder text = new StringBuilder("% needs \\usepackage{booktabs}\n");
    text.append("\\begin{table}\n\\centering\n\\caption{").append(caption(table, paper));
    text.append("}\n\\begin{tabular}{lrrrrrr").append(paper ? "rrr" : "").append("}\n\\toprule\n");
    text.append("Architecture & AU-ROC & AU-PR & \\% JASPAR & \\% relevant & dead & duplicates");
    if (paper) text.append(" & AU-ROC* & \\% JASPAR* & \\% relevant*");
    text.append(" \\\\\n\\midrule\n");
    for (ResultRow row : table.rows()) text.append(row(row, paper)).append(" \\\\\n");
    return text.append("\\bottomrule\n\\end{tabular}\n\\end{table}\n").toString();
  }

  private static String caption(ResultTable table, boolean paper) {
    String caption =
        "Dataset %s, %d trial%s, seed %d. AU-ROC and AU-PR: mean $\\pm$ standard deviation over classes."
            .formatted(
                escaped(table.dataset()),
                table.trials(),
                table.trials() == 1 ? "" : "s",
                table.seed());
    caption +=
        " Shares of all first-layer filters, filter rule of the %s, %s clip%s."
            .formatted(
                table.primaryRule().label(),
                table.primaryClip().label(),
                table.trials() > 1 ? ", $\\pm$ standard deviation over trials" : "");
    return paper ? caption + " *: Koo and Eddy 2019, Table~1." : caption;
  }

  private static String row(ResultRow row, boolean withPaper) {
    String cells =
        String.join(
            " & ",
            escaped(row.architecture()),
            score(row.auRoc(), row.auRocSd()),
            score(row.auPr(), row.auPrSd()),
            figure("%.0f", row.jasparMatchPercent(), row.jasparMatchTrialSd()),
            figure("%.0f", row.relevantMatchPercent(), row.relevantMatchTrialSd()),
            figure("%.1f", row.deadFilters(), null),
            figure("%.1f", row.duplicateFilters(), null));
    if (!withPaper) return cells;
    PaperTable1.Row paper = row.paper();
    if (paper == null) return cells + " & -- & -- & --";
    return cells
        + " & "
        + score(paper.auRoc(), paper.auRocSd())
        + " & "
        + paper.jasparMatchPercent()
        + " & "
        + paper.relevantMatchPercent();
  }

  private static String score(Double mean, Double sd) {
    return figure("%.3f", mean, sd);
  }

  private static String figure(String format, Double mean, Double sd) {
    if (mean == null) return "--";
    String text = String.format(Locale.ROOT, format, mean);
    return sd == null ? text : text + " $\\pm$ " + String.format(Locale.ROOT, format, sd);
  }

  /** Names are people's: what LaTeX would take for a command is written out. */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (char letter : text.toCharArray()) {
      switch (letter) {
        case '\\' -> escaped.append("\\textbackslash{}");
        case '~' -> escaped.append("\\textasciitilde{}");
        case '^' -> escaped.append("\\textasciicircum{}");
        case '&', '%', '$', '#', '_', '{', '}' -> escaped.append('\\').append(letter);
        default -> escaped.append(letter);
      }
    }
    return escaped.toString();
  }
}
