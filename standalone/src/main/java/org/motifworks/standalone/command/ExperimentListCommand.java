package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.motifworks.standalone.api.ExperimentView;
import org.motifworks.standalone.terminal.Amount;
import org.motifworks.standalone.terminal.Style;
import org.motifworks.standalone.terminal.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists experiments. */
@Command(name = "list", description = "Lists experiments, newest first.")
final class ExperimentListCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private ListOptions list;

  ExperimentListCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    JsonNode page = list.page(session.api(), "/v1/experiments");
    if (session.json()) {
      session.print(page);
      return ExitCode.OK;
    }
    Style style = session.terminal().style();
    Table table =
        new Table()
            .column("experiment")
            .column("name")
            .column("dataset")
            .number("architectures")
            .number("trials")
            .column("state")
            .number("runs done")
            .column("asked for");
    for (JsonNode item : page.path("items")) {
      ExperimentView experiment = ExperimentView.of(item);
      ExperimentView.Counts counts = experiment.counts();
      table.row(
          experiment.id(),
          style.strong(experiment.name()),
          experiment.datasetName(),
          Integer.toString(experiment.architectures().size()),
          Integer.toString(experiment.trials()),
          style.state(experiment.state()),
          counts.succeeded() + "/" + counts.total(),
          experiment.createdAt().map(at -> Amount.minute(at, ZoneId.systemDefault())).orElse("-"));
    }
    session.print(
        table.isEmpty()
            ? "No experiments yet. Start one with ./motifworks experiment paper-table-1\n"
            : table.render(style, "  ") + ListOptions.more(page, "experiment list"));
    return ExitCode.OK;
  }
}
