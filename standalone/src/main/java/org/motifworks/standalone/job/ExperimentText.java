package org.motifworks.standalone.job;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.motifworks.standalone.api.ExperimentView;
import org.motifworks.standalone.api.ResultsView;
import org.motifworks.standalone.terminal.Amount;
import org.motifworks.standalone.terminal.Style;
import org.motifworks.standalone.terminal.Table;

/** Experiments as text: their table beside the paper's, and their runs. */
public final class ExperimentText {

  private static final double SIGNIFICANT = 0.05;
  private static final int PAIRS_SHOWN = 12;
  private static final String INDENT = "  ";

  private ExperimentText() {}

  /** A row an architecture; the paper's figures at the right where there are any. */
  public static String table(ResultsView results, Style style) {
    if (results.rows().isEmpty()) return INDENT + "No run has ended in a model yet.\n";
    boolean paper = results.rows().stream().anyMatch(row -> row.paper().isPresent());
    Table table =
        new Table()
            .column("")
            .number("AU-ROC ± sd")
            .number("AU-PR")
            .number("JASPAR")
            .number("relevant")
            .number("factors")
            .number("dead")
            .number("duplicates");
    if (paper) table.number("paper: AU-ROC ± sd").number("JASPAR").number("relevant");
    for (ResultsView.Row row : results.rows()) table.row(cells(row, paper, style));
    return table.render(style, INDENT) + INDENT + style.faint(legend(results)) + "\n";
  }

  private static String legend(ResultsView results) {
    return "%d %s, seed %d; filters by the %s rule, %s clip; sd over classes%s"
        .formatted(
            results.trials(),
            results.trials() == 1 ? "trial" : "trials",
            results.seed(),
            results.primaryRule(),
            results.primaryClip(),
            results.trials() > 1 ? ", of the filters' shares over trials" : "");
  }

  private static String[] cells(ResultsView.Row row, boolean withPaper, Style style) {
    List<String> own =
        List.of(
            style.strong(row.architecture()),
            ModelText.score(row.auRoc()) + " ± " + ModelText.score(row.auRocSd()),
            ModelText.score(row.auPr()),
            share(row.jasparMatchPercent(), row.jasparMatchTrialSd()),
            share(row.relevantMatchPercent(), row.relevantMatchTrialSd()),
            count(row.coveredFactors()),
            count(row.deadFilters()),
            count(row.duplicateFilters()));
    if (!withPaper) return own.toArray(String[]::new);
    List<String> paper =
        row.paper()
            .map(
                p ->
                    List.of(
                        Amount.score(p.auRoc()) + " ± " + Amount.score(p.auRocSd()),
                        Amount.percent(p.jasparMatchPercent()),
                        Amount.percent(p.relevantMatchPercent())))
            .orElse(List.of("-", "-", "-"));
    return java.util.stream.Stream.concat(own.stream(), paper.stream()).toArray(String[]::new);
  }

  /** Which architectures differ in AU-ROC, by the service's test. */
  public static String differences(ResultsView results, Style style) {
    List<ResultsView.Comparison> found =
        results.comparisons().stream()
            .filter(pair -> pair.metric().equals("auRoc"))
            .filter(pair -> pair.adjustedPValue().orElse(1) < SIGNIFICANT)
            .toList();
    if (results.rows().size() < 2) return "";
    StringBuilder text = new StringBuilder(style.strong("Differences in AU-ROC"));
    text.append(style.faint("  Wilcoxon signed-rank over classes, Holm, p < 0.05")).append('\n');
    if (found.isEmpty()) text.append(INDENT).append("none\n");
    for (ResultsView.Comparison pair : found.subList(0, Math.min(PAIRS_SHOWN, found.size()))) {
      boolean better = pair.meanDifference() > 0;
      text.append(
          String.format(
              Locale.ROOT,
              "%s%s over %s by %.3f, p = %s%n",
              INDENT,
              better ? pair.first() : pair.second(),
              better ? pair.second() : pair.first(),
              Math.abs(pair.meanDifference()),
              Amount.probability(pair.adjustedPValue().getAsDouble())));
    }
    if (found.size() > PAIRS_SHOWN) {
      text.append(INDENT).append("and ").append(found.size() - PAIRS_SHOWN).append(" more\n");
    }
    return text.toString();
  }

  /** A row a run. */
  public static String runs(ExperimentView experiment, Style style) {
    Table table =
        new Table()
            .column("architecture")
            .number("trial")
            .column("state")
            .number("epochs")
            .number("AU-ROC")
            .number("relevant")
            .column("run");
    for (ExperimentView.Run run : experiment.runs()) {
      table.row(
          style.strong(run.architecture()),
          Integer.toString(run.trial()),
          style.state(run.state()),
          run.progress().map(p -> Integer.toString(p.epoch())).orElse("-"),
          ModelText.score(run.auRoc()),
          share(run.relevantMatchPercent(), OptionalDouble.empty()),
          run.id());
    }
    return table.render(style, INDENT);
  }

  /** {@code AU-ROC .972, 52 epochs, 93 % relevant}; how a settled run ended. */
  static String outcome(ExperimentView.Run run) {
    if (!run.state().equals("SUCCEEDED")) {
      String why = run.problem().map(p -> ": " + p.path("detail").asText("")).orElse("");
      return run.state().toLowerCase(Locale.ROOT) + why;
    }
    String relevant =
        run.relevantMatchPercent().isPresent()
            ? ", " + Amount.percent(run.relevantMatchPercent().getAsDouble()) + " relevant"
            : "";
    String epochs = run.progress().map(p -> ", " + p.epoch() + " epochs").orElse("");
    String read =
        run.interpretation().filter("FAILED"::equals).map(f -> ", not interpreted").orElse("");
    return "AU-ROC " + ModelText.score(run.auRoc()) + epochs + relevant + read;
  }

  private static String share(OptionalDouble percent, OptionalDouble sd) {
    if (percent.isEmpty()) return "-";
    if (sd.isEmpty()) return Amount.percent(percent.getAsDouble());
    return Math.round(percent.getAsDouble()) + " ± " + Amount.percent(sd.getAsDouble());
  }

  private static String count(OptionalDouble mean) {
    if (mean.isEmpty()) return "-";
    double value = mean.getAsDouble();
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.1f", value);
  }
}
