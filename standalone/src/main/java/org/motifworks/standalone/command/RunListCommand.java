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
    return list.print(
        session,
        "/v1/runs",
        "run list",
        table,
        item -> row(item, style),
        "No runs yet. Start one with ./motifworks run --dataset NAME --architecture cnn-25\n");
  }

  private static String[] row(JsonNode item, Style style) {
    RunView run = RunView.of(item);
    return new String[] {
      run.id(),
      run.datasetName(),
      style.strong(run.architectureName()),
      Long.toString(run.seed()),
      style.state(run.state()),
      RunText.epochs(run),
      run.createdAt().map(at -> Amount.minute(at, ZoneId.systemDefault())).orElse("-")
    };
  }
}
