package org.motifworks.standalone.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import org.motifworks.standalone.terminal.Amount;
import org.motifworks.standalone.terminal.Style;
import org.motifworks.standalone.terminal.Table;

/** The retraining of a series as text. */
public final class RetrainingText {

  private static final String INDENT = "  ";

  private RetrainingText() {}

  /** Policy, state and what it waits for, and the newest cycles. */
  public static String of(JsonNode retraining, Style style) {
    StringBuilder text = new StringBuilder();
    text.append("  series   ").append(style.strong(retraining.path("series").asText()));
    text.append("\n  state    ").append(retraining.path("state").asText().replace('_', ' '));
    text.append(": ").append(retraining.path("why").asText());
    if (retraining.hasNonNull("next")) {
      text.append(" Next: ").append(minute(retraining.path("next"))).append('.');
    }
    text.append("\n  today    ").append(retraining.path("runsToday").asInt()).append(" runs");
    text.append(", ").append(retraining.path("waitingTriggers").asInt()).append(" triggers wait");
    JsonNode last = retraining.path("lastTrigger");
    if (last.isObject()) text.append("\n  last     ").append(trigger(last));
    if (retraining.hasNonNull("policy")) {
      text.append("\n  policy   ").append(retraining.path("policy"));
    }
    return text.append('\n').append(cycles(retraining.path("cycles"), style)).toString();
  }

  private static String cycles(JsonNode cycles, Style style) {
    if (cycles.isEmpty()) return "";
    Table table =
        new Table()
            .column("began")
            .column("dataset")
            .column("run")
            .number("version")
            .column("outcome")
            .column("why");
    for (JsonNode cycle : cycles) {
      table.row(
          minute(cycle.path("startedAt")),
          cycle.at("/dataset/name").asText(),
          cycle.path("run").asText("-"),
          cycle.path("version").asText("-"),
          outcome(cycle.path("state").asText(), style),
          why(cycle));
    }
    return "\n" + table.render(style, INDENT);
  }

  private static String why(JsonNode cycle) {
    if (cycle.hasNonNull("problem")) return cycle.at("/problem/detail").asText();
    StringBuilder reasons = new StringBuilder();
    for (JsonNode reason : cycle.path("reasons")) {
      if (!reasons.isEmpty()) reasons.append("; ");
      reasons.append(RuleText.reason(reason.asText()));
    }
    return reasons.toString();
  }

  private static String trigger(JsonNode trigger) {
    String reason = trigger.path("reason").asText();
    return trigger.path("actor").asText()
        + (reason.isEmpty() ? "" : ": " + reason)
        + ", "
        + minute(trigger.path("at"));
  }

  private static String outcome(String state, Style style) {
    return switch (state) {
      case "PROMOTED" -> style.good(state);
      case "REJECTED", "FAILED" -> style.bad(state);
      default -> style.attention(state);
    };
  }

  private static String minute(JsonNode instant) {
    return Amount.minute(Instant.parse(instant.asText()), ZoneId.systemDefault());
  }
}
