package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import org.motifworks.standalone.api.Api;
import org.motifworks.standalone.api.DatasetView;
import org.motifworks.standalone.job.DatasetText;
import org.motifworks.standalone.terminal.Style;

/** Sees an accepted dataset through and tells how it ended. */
final class DatasetOutcome {

  private final Session session;
  private final Api api;

  DatasetOutcome(Session session, Api api) {
    this.session = session;
    this.api = api;
  }

  int tell(JsonNode accepted, boolean detach) {
    String id = accepted.path("id").asText();
    if (detach) {
      if (session.json()) session.print(accepted);
      else
        session.print("  dataset  " + id + "\n  follow   ./motifworks dataset show " + id + "\n");
      return ExitCode.OK;
    }
    JsonNode ready;
    try (Interruption ignored = Interruption.does(() -> remarkGoesOn(id))) {
      ready = session.follower(api).dataset(id);
    }
    if (session.json()) session.print(ready);
    else session.print(text(DatasetView.of(ready), ready, session.terminal().style()));
    return ExitCode.OK;
  }

  /** A dataset for people. */
  static String text(DatasetView dataset, JsonNode document, Style style) {
    StringBuilder text = new StringBuilder();
    line(text, "dataset", style.strong(dataset.name()) + "  " + style.faint(dataset.id()));
    line(text, "state", style.state(dataset.state()));
    dataset.window().ifPresent(window -> line(text, "window", window + " nt"));
    line(text, "split", DatasetText.splits(dataset) + " (training, validation, test)");
    for (JsonNode name : document.path("classes")) {
      String label = name.isObject() ? name.path("name").asText() : name.asText();
      JsonNode count = document.path("positives").path(label);
      String amount = count.isNumber() ? String.format("%,8d positive", count.asLong()) : "";
      line(text, "class", String.format("%-10s %s", label, amount).stripTrailing());
    }
    for (JsonNode warning : document.path("warnings")) {
      String words = warning.isObject() ? warning.path("detail").asText() : warning.asText();
      line(text, "warning", style.attention(words));
    }
    dataset
        .problem()
        .ifPresent(
            problem -> {
              line(text, "problem", style.bad(problem.path("title").asText(problem.asText())));
              if (problem.hasNonNull("detail")) line(text, "", problem.path("detail").asText());
              if (problem.hasNonNull("action")) line(text, "→", problem.path("action").asText());
            });
    return text.toString();
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(String.format("  %-8s %s%n", name, value));
  }

  private void remarkGoesOn(String id) {
    session.remark(
        "\nThe dataset goes on being made. See ./motifworks dataset show "
            + id
            + "; give up with ./motifworks dataset delete "
            + id);
  }
}
