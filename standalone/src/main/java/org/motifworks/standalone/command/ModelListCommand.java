package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.motifworks.standalone.api.ModelView;
import org.motifworks.standalone.job.ModelText;
import org.motifworks.standalone.terminal.Amount;
import org.motifworks.standalone.terminal.Style;
import org.motifworks.standalone.terminal.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists models. */
@Command(name = "list", description = "Lists models, newest first.")
final class ModelListCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private ListOptions list;

  ModelListCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    JsonNode page = list.page(session.api(), "/v1/models");
    if (session.json()) {
      session.print(page);
      return ExitCode.OK;
    }
    Style style = session.terminal().style();
    Table table =
        new Table()
            .column("model")
            .column("dataset")
            .column("architecture")
            .number("seed")
            .number("AU-ROC")
            .number("AU-PR")
            .number("JASPAR")
            .number("relevant")
            .column("made");
    for (JsonNode item : page.path("items")) {
      ModelView model = ModelView.of(item);
      table.row(
          model.id(),
          model.datasetName(),
          style.strong(model.architectureName()),
          Long.toString(model.seed()),
          style.strong(ModelText.score(model.auRoc())),
          ModelText.score(model.auPr()),
          ModelText.jaspar(model),
          ModelText.relevant(model),
          model.createdAt().map(at -> Amount.minute(at, ZoneId.systemDefault())).orElse("-"));
    }
    session.print(
        table.isEmpty()
            ? "No models yet. Train one with ./motifworks run --dataset NAME --architecture cnn-25\n"
            : table.render(style, "  ") + ListOptions.more(page, "model list"));
    return ExitCode.OK;
  }
}
