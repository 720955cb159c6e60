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
    return list.print(
        session,
        "/v1/experiments",
        "experiment list",
        table,
        item -> row(item, style),
        "No experiments yet. Start one with ./motifworks experiment paper-table-1\n");
  }

  private static String[] row(JsonNode item, Style style) {
    ExperimentView experiment = ExperimentView.of(item);
    ExperimentView.Counts counts = experiment.counts();
    return new String[] {
      experiment.id(),
      style.strong(experiment.name()),
      experiment.datasetName(),
      Integer.toString(experiment.architectures().size()),
      Integer.toString(experiment.trials()),
      style.state(experiment.state()),
      counts.succeeded() + "/" + counts.total(),
      experiment.createdAt().map(at -> Amount.minute(at, ZoneId.systemDefault())).orElse("-")
    };
  }
}
