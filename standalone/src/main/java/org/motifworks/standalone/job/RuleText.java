package org.motifworks.standalone.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.motifworks.standalone.terminal.Amount;

/** What a model must do to become champion, in words. */
final class RuleText {

  private static final Map<String, String> NAMES =
      Map.of(
          "minimumAuRoc", "AU-ROC",
          "auRocTolerance", "AU-ROC beside champion",
          "auPrTolerance", "AU-PR beside champion",
          "interpreted", "interpreted",
          "maximumDeadFiltersPercent", "dead filters",
          "relevantMatchTolerance", "relevant matches",
          "keptMotifsPercent", "motifs kept");

  private RuleText() {}

  /** A rule's name as a label. */
  static String name(String rule) {
    return NAMES.getOrDefault(rule, rule);
  }

  /** Why a model was rejected, {@code keptMotifsPercent: 3 of 4 ...}, with the rule in words. */
  static String reason(String reason) {
    int colon = reason.indexOf(": ");
    return colon < 0 ? reason : name(reason.substring(0, colon)) + reason.substring(colon);
  }

  /** The rules of a series as sentences, in the order they are applied. */
  static List<String> sentences(JsonNode rules) {
    return List.of(
        "mean AU-ROC of at least " + score(rules, "minimumAuRoc"),
        "mean AU-ROC at most "
            + score(rules, "auRocTolerance")
            + " below the champion's: "
            + interval(rules),
        "mean AU-PR at most "
            + score(rules, "auPrTolerance")
            + " below the champion's, by the same interval",
        "filters that could be interpreted",
        "at most " + number(rules, "maximumDeadFiltersPercent") + " % dead filters",
        "share of filters that match a factor of the data at most "
            + number(rules, "relevantMatchTolerance")
            + " points below the champion's",
        "at least "
            + number(rules, "keptMotifsPercent")
            + " % of the champion's motifs found again");
  }

  private static String interval(JsonNode rules) {
    double percent = 100 * rules.path("confidence").asDouble();
    return String.format(
        Locale.ROOT,
        "lower end of the %s %% interval (%s resamples)",
        plain(percent),
        number(rules, "resamples"));
  }

  private static String score(JsonNode rules, String name) {
    return Amount.score(rules.path(name).asDouble());
  }

  private static String number(JsonNode rules, String name) {
    return plain(rules.path(name).asDouble());
  }

  /** {@code 80}, {@code 12.5}. */
  private static String plain(double number) {
    double tenths = Math.round(10 * number) / 10.0;
    return tenths == Math.rint(tenths) ? Long.toString((long) tenths) : Double.toString(tenths);
  }
}
