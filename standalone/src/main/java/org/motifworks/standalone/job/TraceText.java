package org.motifworks.standalone.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.motifworks.standalone.terminal.Amount;
import org.motifworks.standalone.terminal.Style;

/** A model's provenance as text. */
public final class TraceText {

  private static final String MARGIN = " ".repeat(18);

  private TraceText() {}

  /** The stages in the order of making, each with its hash, what it was made from and how. */
  public static String of(JsonNode trace, Style style) {
    StringBuilder text = new StringBuilder();
    for (JsonNode stage : trace.path("stages")) append(text, stage, style);
    boolean whole = trace.path("whole").asBoolean();
    text.append('\n').append("  ");
    text.append(whole ? style.good("The chain is whole.") : style.bad("The chain is broken."));
    return text.append('\n').toString();
  }

  private static void append(StringBuilder text, JsonNode stage, Style style) {
    String name = stage.path("name").asText();
    text.append(String.format("  %-16s", name)).append(state(stage.path("state").asText(), style));
    if (stage.hasNonNull("ref")) {
      text.append("  ").append(style.faint(stage.at("/ref/key").asText()));
      line(text, "sha256  " + stage.at("/ref/manifestSha256").asText() + "  " + files(stage));
    } else {
      text.append('\n');
    }
    if (stage.hasNonNull("problem")) line(text, style.bad(stage.path("problem").asText()));
    boolean source = name.equals("source");
    if (!source)
      for (JsonNode from : stage.path("madeFrom")) line(text, "from    " + from.asText());
    details(text, stage.path("detail"));
  }

  private static void details(StringBuilder text, JsonNode detail) {
    for (var field : detail.properties()) {
      JsonNode value = field.getValue();
      if (field.getKey().equals("inputs")) {
        for (JsonNode input : value) {
          line(
              text,
              "input   " + input.path("sha256").asText() + "  " + input.path("name").asText());
        }
      } else {
        line(text, field.getKey() + " " + (value.isTextual() ? value.asText() : value));
      }
    }
  }

  private static String files(JsonNode stage) {
    long bytes = 0;
    for (JsonNode file : stage.path("files")) bytes += file.path("bytes").asLong();
    return stage.path("files").size() + " files, " + Amount.bytes(bytes);
  }

  private static void line(StringBuilder text, String line) {
    if (text.charAt(text.length() - 1) != '\n') text.append('\n');
    text.append(MARGIN).append(line).append('\n');
  }

  private static String state(String state, Style style) {
    String shown = state.toLowerCase(Locale.ROOT);
    return switch (state) {
      case "VERIFIED" -> style.good(shown);
      case "BROKEN" -> style.bad(shown);
      default -> shown;
    };
  }

  /** Whether a run ended in the weights it was to end in, and if not what differs. */
  public static String reproduction(JsonNode outcome, Style style) {
    if (outcome.path("filesEqual").asBoolean()) {
      return "  "
          + style.good("The same model again, to the last byte: weights, graphs and figures.")
          + "\n";
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        outcome.path("weightsEqual").asBoolean()
            ? style.good("The same weights, bit for bit.")
            : style.bad("Other weights."));
    for (JsonNode input : outcome.path("differingInputs")) {
      lines.add(
          "input   "
              + input.path("name").asText()
              + ": "
              + input.path("model").asText()
              + ", now "
              + input.path("run").asText());
    }
    if (outcome.path("differingInputs").isEmpty()) {
      lines.add(
          outcome.path("weightsEqual").asBoolean()
              ? "input   nothing that is recorded differs; another version of Motifworks may have"
                  + " written these files"
              : "input   nothing that is recorded differs; another processor can be the reason");
    }
    for (JsonNode file : outcome.path("differingFiles")) lines.add("file    " + file.asText());
    return "  " + String.join("\n  ", lines) + "\n";
  }
}
