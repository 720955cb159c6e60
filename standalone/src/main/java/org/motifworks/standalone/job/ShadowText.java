package org.motifworks.standalone.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.motifworks.standalone.terminal.Amount;
import org.motifworks.standalone.terminal.Style;
import org.motifworks.standalone.terminal.Table;

/** A shadow beside what is served, as text. */
public final class ShadowText {
  private static final String INDENT = "  ";

  private ShadowText() {}

  /** What both scored, and a row a class. */
  public static String of(JsonNode report, Style style) {
    if (!report.hasNonNull("shadow")) {
      return "  No shadow. Try one with ./motifworks model promote MODEL --alias shadow,\n"
          + "  and ask by series@alias.\n";
    }
    Table table =
        new Table()
            .column("class")
            .number("mean difference")
            .number("largest")
            .number("correlation")
            .number("changed calls");
    for (JsonNode found : report.path("classes")) {
      JsonNode correlation = found.path("correlation");
      table.row(
          style.strong(found.path("name").asText()),
          Amount.score(found.path("meanDifference").asDouble()),
          Amount.score(found.path("largestDifference").asDouble()),
          correlation.isNumber() ? Amount.score(correlation.asDouble()) : "-",
          String.format(Locale.ROOT, "%.1f %%", 100 * found.path("changedCalls").asDouble()));
    }
    StringBuilder text = new StringBuilder();
    text.append("  served    ").append(report.path("served").asText()).append('\n');
    text.append("  shadow    ").append(report.path("shadow").asText()).append('\n');
    text.append("  compared  ").append(Amount.count(report.path("sequences").asLong()));
    text.append(" sequences, ").append(Amount.count(report.path("passedOver").asLong()));
    text.append(" passed over\n");
    if (report.hasNonNull("failure")) {
      text.append("  failed    ").append(style.bad(report.path("failure").asText())).append('\n');
    }
    return table.isEmpty()
        ? text.toString()
        : text.append('\n').append(table.render(style, INDENT)).toString();
  }
}
