package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.motifworks.standalone.api.Api;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Cancels a run. */
@Command(name = "cancel", description = "Cancels a run.")
final class RunCancelCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "RUN", description = "Its id.")
  private String id;

  RunCancelCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Optional<JsonNode> answer = session.api().delete("/v1/runs/" + Api.segment(id));
    if (session.json()) answer.ifPresent(session::print);
    else session.print("  run      " + id + " is being cancelled");
    return ExitCode.OK;
  }
}
