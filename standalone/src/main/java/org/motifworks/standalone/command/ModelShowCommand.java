package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import org.motifworks.standalone.api.Api;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a model. */
@Command(name = "show", description = "Shows a model: its row of Table 1 and its best filters.")
final class ModelShowCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "MODEL", description = "Its id.")
  private String model;

  ModelShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Api api = session.api();
    JsonNode document = api.get("/v1/models/" + Api.segment(model));
    new RunOutcome(session, api).tell(document);
    return ExitCode.OK;
  }
}
