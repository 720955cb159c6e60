package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import org.motifworks.standalone.terminal.Style;

/** Why a job failed, as lines of what {@code show} prints. */
final class ProblemText {

  private ProblemText() {}

  static String of(JsonNode problem, Style style) {
    StringBuilder text = new StringBuilder();
    text.append("  problem  ").append(style.bad(problem.path("title").asText())).append('\n');
    if (problem.hasNonNull("detail")) {
      text.append("           ").append(problem.path("detail").asText()).append('\n');
    }
    if (problem.hasNonNull("action")) {
      text.append("           → ").append(problem.path("action").asText()).append('\n');
    }
    return text.toString();
  }
}
