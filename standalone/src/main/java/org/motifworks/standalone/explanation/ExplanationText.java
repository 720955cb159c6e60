package org.motifworks.standalone.explanation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.motifworks.standalone.terminal.Amount;
import org.motifworks.standalone.terminal.Style;

/** One explained window for people: the sequence in lines, and under each letter how it counts. */
public final class ExplanationText {
  private static final int LINE = 50;
  private static final int GROUP = 10;
  private static final int STRONGEST = 5;
  private static final String BARS = " ▁▂▃▄▅▆▇█";
  private static final String MARGIN = "  ";

  private ExplanationText() {}

  /** The window of an answer. */
  public static String of(String id, JsonNode answer, Style style) {
    ExplainedPositions found = ExplainedPositions.of(answer);
    StringBuilder text = new StringBuilder(heading(id, answer, style));
    for (int from = 0; from < found.letters().length(); from += LINE) {
      appendLine(text, found, from, style);
    }
    if (answer.has("effects")) text.append(substitutions(found, style));
    return text.append('\n').toString();
  }

  private static String heading(String id, JsonNode answer, Style style) {
    String how =
        answer.has("effects") ? "in-silico mutagenesis" : rule(answer.path("rule").asText());
    int start = answer.path("start").asInt();
    return MARGIN
        + style.strong(answer.path("className").asText())
        + " by "
        + how
        + ", "
        + id
        + " positions "
        + (start + 1)
        + "-"
        + answer.path("end").asInt()
        + ", probability "
        + style.strong(Amount.score(answer.path("probability").asDouble()))
        + String.format(Locale.ROOT, " (logit %.2f)\n", answer.path("logit").asDouble());
  }

  private static String rule(String rule) {
    return rule.equals("gradient-x-input") ? "gradient x input" : rule + " gradient";
  }

  private static void appendLine(
      StringBuilder text, ExplainedPositions found, int from, Style style) {
    int to = Math.min(from + LINE, found.letters().length());
    StringBuilder letters = new StringBuilder();
    StringBuilder bars = new StringBuilder();
    for (int i = from; i < to; i++) {
      if (i > from && (i - from) % GROUP == 0) {
        letters.append(' ');
        bars.append(' ');
      }
      double value = found.values()[i];
      int height = height(value, found.largest());
      String letter = found.letters().substring(i, i + 1);
      String shown = value < 0 ? letter.toLowerCase(Locale.ROOT) : letter;
      letters.append(coloured(shown, value, height, style));
      bars.append(coloured(BARS.substring(height, height + 1), value, height, style));
    }
    String number = Integer.toString(found.start() + from + 1);
    text.append(style.faint(String.format("%8s", number))).append(MARGIN).append(letters);
    text.append('\n').append(" ".repeat(8)).append(MARGIN);
    text.append(bars.toString().stripTrailing()).append('\n');
  }

  private static String coloured(String text, double value, int height, Style style) {
    if (height < 3) return text;
    return value < 0 ? style.bad(text) : style.good(text);
  }

  private static int height(double value, double largest) {
    return largest == 0 ? 0 : (int) Math.round(8 * Math.abs(value) / largest);
  }

  /** A substitution and what it does to the logit. */
  private record Substitution(String name, double effect) {}

  private static String substitutions(ExplainedPositions found, Style style) {
    List<Substitution> all = new ArrayList<>();
    for (int i = 0; i < found.letters().length(); i++) {
      for (int letter = 0; letter < 4; letter++) {
        double effect = found.numbers()[i][letter];
        String name =
            found.letters().substring(i, i + 1) + (found.start() + i + 1) + "ACGT".charAt(letter);
        if (effect != 0) all.add(new Substitution(name, effect));
      }
    }
    all.sort(Comparator.comparingDouble(one -> -Math.abs(one.effect())));
    return all.isEmpty()
        ? ""
        : MARGIN
            + style.faint("strongest")
            + MARGIN
            + all.stream()
                .limit(STRONGEST)
                .map(one -> String.format(Locale.ROOT, "%s %+.2f", one.name(), one.effect()))
                .collect(Collectors.joining("   "))
            + "\n";
  }
}
