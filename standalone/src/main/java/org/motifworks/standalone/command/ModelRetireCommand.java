package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.motifworks.standalone.api.Api;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Retires a model. */
@Command(
    name = "retire",
    description = {
      "Retires a model: no alias is given to it any more, its files stay. Refused while an alias or",
      "an experiment refers to it."
    })
final class ModelRetireCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "MODEL", description = "Its id, or series@version.")
  private String model;

  ModelRetireCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Api api = session.api();
    Optional<JsonNode> answer = api.delete("/v1/models/" + Api.segment(model));
    if (session.json()) answer.ifPresent(session::print);
    else session.print("  model    " + model + " is retired");
    return ExitCode.OK;
  }
}
