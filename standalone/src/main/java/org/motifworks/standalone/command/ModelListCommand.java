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
    return list.print(
        session,
        "/v1/models",
        "model list",
        table,
        item -> row(item, style),
        "No models yet. Train one with ./motifworks run --dataset NAME --architecture cnn-25\n");
  }

  private static String[] row(JsonNode item, Style style) {
    ModelView model = ModelView.of(item);
    return new String[] {
      model.id(),
      model.datasetName(),
      style.strong(model.architectureName()),
      model.seed().isPresent() ? Long.toString(model.seed().getAsLong()) : "-",
      style.strong(ModelText.score(model.auRoc())),
      ModelText.score(model.auPr()),
      ModelText.jaspar(model),
      ModelText.relevant(model),
      model.createdAt().map(at -> Amount.minute(at, ZoneId.systemDefault())).orElse("-")
    };
  }
}
