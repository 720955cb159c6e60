package org.motifworks.standalone.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.motifworks.core.simulation.PaperTable1;
import org.motifworks.standalone.api.FilterView;
import org.motifworks.standalone.api.ModelView;
import org.motifworks.standalone.terminal.Amount;
import org.motifworks.standalone.terminal.Style;
import org.motifworks.standalone.terminal.Table;

/** A model's results as text: its row of Table 1 and its best filters. */
public final class ModelText {

  private static final int BEST_FILTERS = 10;
  private static final String INDENT = "  ";

  private ModelText() {}

  /** {@code 97 % of filters match JASPAR, 93 % a factor of the data}. */
  public static String matches(ModelView model) {
    return model
        .interpretation()
        .map(
            found ->
                percent(found.jasparMatchPercent())
                    + " of filters match JASPAR, "
                    + percent(found.relevantMatchPercent())
                    + " the right factor")
        .orElse("");
  }

  /** An imported model: what it is, where it came from, and how it is asked. */
  public static String imported(ModelView model) {
    ModelView.Imported origin = model.imported().orElseThrow();
    String name =
        model.named().map(each -> each.series() + "@" + each.version()).orElseGet(model::id);
    return "  model    %s  (%s)\n".formatted(model.id(), name)
        + "  classes  %s\n".formatted(String.join(", ", model.classes()))
        + "  window   %d nt\n".formatted(model.window())
        + "  file     %s, sent by %s\n".formatted(origin.file(), origin.actor())
        + "  sha256   %s\n".formatted(origin.sha256())
        + "  score    ./motifworks score %s new.fa\n".formatted(name);
  }

  /** The model's row of Table 1, and the paper's beneath it where there is one. */
  public static String tableRow(ModelView model, Style style) {
    Table table =
        new Table()
            .column("")
            .number("AU-ROC ± sd")
            .number("AU-PR")
            .number("JASPAR")
            .number("relevant")
            .number("dead")
            .number("saliency");
    String name = model.architectureName();
    table.row(
        style.strong(name + ", this run"),
        style.strong(score(model.auRoc()) + " ± " + score(model.auRocSd())),
        score(model.auPr()),
        jaspar(model),
        relevant(model),
        model
            .interpretation()
            .filter(i -> i.deadFilters().isPresent())
            .map(i -> Integer.toString(i.deadFilters().getAsInt()))
            .orElse("-"),
        model.interpretation().map(i -> score(i.saliencyAuRoc())).orElse("-"));
    PaperTable1.row(name, model.classes())
        .ifPresent(
            paper ->
                table.row(
                    name + ", the paper",
                    Amount.score(paper.auRoc()) + " ± " + Amount.score(paper.auRocSd()),
                    "-",
                    Amount.percent(paper.jasparMatchPercent()),
                    Amount.percent(paper.relevantMatchPercent()),
                    "-",
                    "-"));
    return table.render(style, INDENT);
  }

  /** The filters with the best matches, at most ten. */
  public static String bestFilters(List<FilterView> filters, Style style) {
    Table table =
        new Table()
            .number("filter")
            .number("sites")
            .column("consensus")
            .column("best match")
            .column("")
            .number("p")
            .number("E")
            .column("");
    filters.stream()
        .filter(filter -> filter.best().isPresent())
        .sorted(Comparator.comparingDouble(filter -> filter.best().get().pValue()))
        .limit(BEST_FILTERS)
        .forEach(filter -> addRow(table, filter, style));
    if (table.isEmpty()) return INDENT + "No filter matches a motif of JASPAR (E <= 0.1).\n";
    return table.render(style, INDENT);
  }

  /** The best filters of a layer behind the first, with a heading. */
  public static String deeperLayer(JsonNode layer, Style style) {
    String heading =
        "layer %s: %s filters that see %s nt, %s dead"
            .formatted(
                layer.path("layer").asText(),
                layer.path("filterCount").asText(),
                layer.path("receptiveField").asText(),
                layer.path("deadFilters").size());
    return INDENT + style.strong(heading) + "\n" + bestFilters(FilterView.allOf(layer), style);
  }

  private static void addRow(Table table, FilterView filter, Style style) {
    FilterView.Match best = filter.best().orElseThrow();
    table.row(
        Integer.toString(filter.filter()),
        Amount.count(filter.sites()),
        filter.consensus(),
        style.strong(best.name()),
        best.id(),
        Amount.probability(best.pValue()),
        Amount.probability(best.eValue()),
        best.relevantFactor().isPresent() ? style.good("✓") : "");
  }

  /** Share of filters with a match in JASPAR; a dash until it is known. */
  public static String jaspar(ModelView model) {
    return model.interpretation().map(i -> percent(i.jasparMatchPercent())).orElse("-");
  }

  /** Share of filters that match one of the dataset's factors; a dash until it is known. */
  public static String relevant(ModelView model) {
    return model.interpretation().map(i -> percent(i.relevantMatchPercent())).orElse("-");
  }

  /** A dash where there is none. */
  public static String score(OptionalDouble score) {
    return score.isPresent() ? Amount.score(score.getAsDouble()) : "-";
  }

  private static String percent(OptionalDouble percent) {
    return percent.isPresent() ? Amount.percent(percent.getAsDouble()) : "-";
  }
}
