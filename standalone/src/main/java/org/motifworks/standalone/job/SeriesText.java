package org.motifworks.standalone.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.OptionalDouble;
import org.motifworks.standalone.terminal.Amount;
import org.motifworks.standalone.terminal.Style;
import org.motifworks.standalone.terminal.Table;

/** Series, their aliases and judgements as text. */
public final class SeriesText {

  private static final String INDENT = "  ";

  private SeriesText() {}

  /** Names, with what their champions are. */
  public static String list(JsonNode list, Style style) {
    Table table = new Table().column("series").column("dataset").column("aliases");
    for (JsonNode series : list) {
      StringBuilder aliases = new StringBuilder();
      for (JsonNode alias : series.path("aliases")) {
        if (!aliases.isEmpty()) aliases.append(", ");
        aliases.append(alias.path("alias").asText()).append(" = ");
        aliases.append(alias.path("version").asText());
      }
      table.row(
          style.strong(series.path("name").asText()),
          series.at("/evaluation/name").asText("-"),
          aliases.toString());
    }
    return table.isEmpty()
        ? "No series yet. Make one with ./motifworks series create NAME --dataset DATASET\n"
        : table.render(style, INDENT);
  }

  /** What a series fixes, and its rules. */
  public static String of(JsonNode series, Style style) {
    StringBuilder text = new StringBuilder();
    text.append("  series   ").append(style.strong(series.path("name").asText())).append('\n');
    text.append("  dataset  ").append(series.at("/evaluation/name").asText("none")).append(", ");
    text.append(series.path("classes").size()).append(" classes, ");
    text.append(series.path("window").asText()).append(" nt\n");
    if (!series.hasNonNull("testSplitSha256")) {
      text.append("  made for imported models: without a test split, nothing is judged\n");
      return text.toString();
    }
    text.append("  judged on test split ").append(series.path("testSplitSha256").asText());
    text.append("\n\n  A champion must have\n");
    for (String rule : RuleText.sentences(series.path("rules"))) {
      text.append("    - ").append(rule).append('\n');
    }
    return text.toString();
  }

  /** One version a row, newest first. */
  public static String versions(JsonNode page, Style style) {
    Table table =
        new Table()
            .number("version")
            .column("model")
            .column("state")
            .column("architecture")
            .number("AU-ROC")
            .number("AU-PR")
            .number("relevant")
            .number("dead")
            .column("aliases");
    for (JsonNode version : page.path("items")) {
      JsonNode meaning = version.path("interpretation");
      StringBuilder aliases = new StringBuilder();
      for (JsonNode alias : version.path("aliases")) aliases.append(alias.asText()).append(' ');
      table.row(
          version.path("version").asText(),
          version.path("model").asText(),
          state(version.path("state").asText(), style),
          version.path("architecture").asText("imported"),
          ModelText.score(number(version.path("auRoc"))),
          ModelText.score(number(version.path("auPr"))),
          meaning.path("relevantMatchPercent").isNumber()
              ? Amount.percent(meaning.path("relevantMatchPercent").asDouble())
              : "-",
          meaning.path("deadFilters").asText("-"),
          style.strong(aliases.toString().strip()));
    }
    return table.isEmpty() ? "  No versions yet.\n" : table.render(style, INDENT);
  }

  /** Changes of aliases, one a row. */
  public static String changes(JsonNode changes, Style style) {
    Table table =
        new Table()
            .column("alias")
            .number("generation")
            .number("version")
            .column("model")
            .column("when")
            .column("how")
            .column("who")
            .column("why");
    for (JsonNode change : changes) {
      table.row(
          style.strong(change.path("alias").asText()),
          change.path("generation").asText(),
          change.path("version").asText(),
          change.path("model").asText(),
          Amount.minute(Instant.parse(change.path("changedAt").asText()), ZoneId.systemDefault()),
          how(change.path("kind").asText(), style),
          change.path("actor").asText(),
          change.path("reason").asText());
    }
    return table.isEmpty() ? "  No aliases yet.\n" : table.render(style, INDENT);
  }

  /** What an alias stands for now. */
  public static String change(JsonNode change, Style style) {
    return "  "
        + style.strong(change.path("series").asText() + "@" + change.path("alias").asText())
        + " is version "
        + change.path("version").asText()
        + " (model "
        + change.path("model").asText()
        + ") since generation "
        + change.path("generation").asText()
        + "\n";
  }

  /** A verdict with every rule that led to it. */
  public static String judgement(JsonNode judgement, Style style) {
    StringBuilder text = new StringBuilder();
    for (JsonNode finding : judgement.at("/report/findings")) {
      boolean kept = finding.path("kept").asBoolean();
      text.append(INDENT).append(kept ? style.good("✓") : style.bad("✗")).append(' ');
      text.append(String.format("%-24s", RuleText.name(finding.path("rule").asText())));
      text.append(finding.path("detail").asText()).append('\n');
    }
    boolean accepted = judgement.at("/report/verdict").asText().equals("ACCEPTED");
    String name = judgement.path("series").asText() + "@" + judgement.path("version").asText();
    text.append("\n  ").append(style.strong(name));
    text.append(accepted ? style.good(" is champion now") : style.bad(" was rejected"));
    return text.append('\n').toString();
  }

  private static String how(String kind, Style style) {
    String shown = kind.toLowerCase(Locale.ROOT);
    return switch (kind) {
      case "JUDGED" -> style.good(shown);
      case "FORCED", "ROLLBACK" -> style.attention(shown);
      default -> shown;
    };
  }

  private static String state(String state, Style style) {
    return switch (state) {
      case "ACCEPTED" -> style.good(state);
      case "REJECTED" -> style.bad(state);
      case "RETIRED" -> style.faint(state);
      default -> style.attention(state);
    };
  }

  private static OptionalDouble number(JsonNode value) {
    return value.isNumber() ? OptionalDouble.of(value.asDouble()) : OptionalDouble.empty();
  }
}
