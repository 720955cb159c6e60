package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.motifworks.standalone.api.RunView;
import org.motifworks.standalone.job.RunText;
import org.motifworks.standalone.terminal.Amount;
import org.motifworks.standalone.terminal.Style;
import org.motifworks.standalone.terminal.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists runs. */
@Command(name = "list", description = "Lists runs, newest first.")
final class RunListCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private ListOptions list;

  RunListCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    JsonNode page = list.page(session.api(), "/v1/runs");
    if (session.json()) {
      session.print(page);
      return ExitCode.OK;
    }
    Style style = session.terminal().style();
    Table table =
        new Table()
            .column("run")
            .column("dataset")
            .column("architecture")
            .number("seed")
            .column("state")
            .number("epochs")
            .column("asked for");
    for (JsonNode item : page.path("items")) {
      RunView run = RunView.of(item);
      table.row(
          run.id(),
          run.datasetName(),
          style.strong(run.architectureName()),
          Long.toString(run.seed()),
          style.state(run.state()),
          RunText.epochs(run),
          run.createdAt().map(at -> Amount.minute(at, ZoneId.systemDefault())).orElse("-"));
    }
    session.print(
        table.isEmpty()
            ? "No runs yet. Start one with ./motifworks run --dataset NAME --architecture cnn-25\n"
            : table.render(style, "  ") + ListOptions.more(page, "run list"));
    return ExitCode.OK;
  }
}
