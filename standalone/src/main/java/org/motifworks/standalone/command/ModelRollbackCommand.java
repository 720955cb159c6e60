package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.motifworks.standalone.api.Api;
import org.motifworks.standalone.job.SeriesText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Gives an alias back. */
@Command(
    name = "rollback",
    description = "Gives an alias back to the model it had before; again, it goes further back.")
final class ModelRollbackCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "SERIES@ALIAS", description = "Such as tf12@champion.")
  private String name;

  @Mixin private ActorOptions actor;

  ModelRollbackCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    JsonNode change =
        session
            .api()
            .post("/v1/models/" + Api.segment(name) + "/rollback", actor.json(), Optional.empty());
    if (session.json()) session.print(change);
    else session.print(SeriesText.change(change, session.terminal().style()));
    return ExitCode.OK;
  }
}
