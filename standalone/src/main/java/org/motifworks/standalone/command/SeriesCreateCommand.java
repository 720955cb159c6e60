package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.motifworks.contracts.json.Json;
import org.motifworks.standalone.api.Api;
import org.motifworks.standalone.api.DatasetView;
import org.motifworks.standalone.job.SeriesText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a series. */
@Command(
    name = "create",
    description = {
      "Makes a series. It takes its classes, its window and the test split that all its models are",
      "judged on from a dataset, and keeps them for ever."
    })
final class SeriesCreateCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "NAME", description = "Letters, digits, dots, underscores, hyphens.")
  private String name;

  @Option(
      names = "--dataset",
      required = true,
      paramLabel = "DATASET",
      description = "Id or name of the dataset whose test split is frozen.")
  private String dataset;

  @Option(
      names = "--rules",
      paramLabel = "FILE",
      description = "JSON of what a champion must do; what it leaves out has the default.")
  private Path rules;

  SeriesCreateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Api api = session.api();
    DatasetView view = DatasetView.of(api.get("/v1/datasets/" + Api.segment(dataset)));
    ObjectNode request = Json.mapper().createObjectNode().put("name", name);
    request.put("dataset", view.id());
    if (rules != null) request.set("rules", rules());
    JsonNode series = api.post("/v1/series", request, Optional.empty());
    if (session.json()) session.print(series);
    else session.print(SeriesText.of(series, session.terminal().style()));
    return ExitCode.OK;
  }

  private JsonNode rules() {
    try {
      return Json.mapper().readTree(rules.toFile());
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "Rules that cannot be read",
          rules + ": " + e.getMessage(),
          "Write a JSON object, such as {\"minimumAuRoc\": 0.9}.");
    }
  }
}
