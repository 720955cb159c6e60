package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.motifworks.standalone.api.ScoringView;
import org.motifworks.standalone.terminal.Amount;
import org.motifworks.standalone.terminal.Style;
import org.motifworks.standalone.terminal.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists bulk scorings. */
@Command(name = "list", description = "Lists scorings, newest first.")
final class ScoringListCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private ListOptions list;

  ScoringListCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Style style = session.terminal().style();
    Table table =
        new Table()
            .column("scoring")
            .column("model")
            .column("file")
            .column("state")
            .number("sequences")
            .column("asked for");
    return list.print(
        session,
        "/v1/scorings",
        "scoring list",
        table,
        item -> row(item, style),
        "No scorings yet. ./motifworks scoring --help shows how to ask for one.\n");
  }

  private static String[] row(JsonNode item, Style style) {
    ScoringView scoring = ScoringView.of(item);
    return new String[] {
      scoring.id(),
      scoring.request().model(),
      Path.of(scoring.request().file()).getFileName().toString(),
      style.state(scoring.state()),
      scoring.result().map(result -> Amount.count(result.sequences())).orElse("-"),
      scoring.createdAt().map(at -> Amount.minute(at, ZoneId.systemDefault())).orElse("-")
    };
  }
}
