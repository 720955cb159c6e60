package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.motifworks.standalone.api.DatasetView;
import org.motifworks.standalone.job.DatasetText;
import org.motifworks.standalone.terminal.Amount;
import org.motifworks.standalone.terminal.Style;
import org.motifworks.standalone.terminal.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists datasets. */
@Command(name = "list", description = "Lists datasets, newest first.")
final class DatasetListCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private ListOptions list;

  DatasetListCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Style style = session.terminal().style();
    Table table =
        new Table()
            .column("dataset")
            .column("state")
            .number("window")
            .number("training / validation / test")
            .column("made")
            .column("id");
    return list.print(
        session,
        "/v1/datasets",
        "dataset list",
        table,
        item -> row(item, style),
        "No datasets yet. Make one with ./motifworks dataset simulate --name paper, or import"
            + " your own.\n");
  }

  private static String[] row(JsonNode item, Style style) {
    DatasetView dataset = DatasetView.of(item);
    return new String[] {
      style.strong(dataset.name()),
      style.state(dataset.state()),
      dataset.window().map(w -> w + " nt").orElse("-"),
      DatasetText.splits(dataset),
      dataset.createdAt().map(at -> Amount.minute(at, ZoneId.systemDefault())).orElse("-"),
      style.faint(dataset.id())
    };
  }
}
