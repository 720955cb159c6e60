package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.motifworks.standalone.api.Api;
import org.motifworks.standalone.job.RetrainingText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Has a series trained again. */
@Command(
    name = "retrain",
    description = {
      "Has a series trained again as its policy says, without waiting for quiet or new records.",
      "While a run is under way, another one follows it. 'series policy NAME' shows how it goes."
    })
final class SeriesRetrainCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "NAME", description = "Of the series.")
  private String name;

  @Mixin private ActorOptions actor;

  SeriesRetrainCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    String path = "/v1/series/" + Api.segment(name) + "/retrain";
    JsonNode retraining = session.api().post(path, actor.json(), Optional.empty());
    if (session.json()) session.print(retraining);
    else session.print(RetrainingText.of(retraining, session.terminal().style()));
    return ExitCode.OK;
  }
}
