package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import org.motifworks.standalone.api.Api;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Cancels an experiment. */
@Command(
    name = "cancel",
    description = "Cancels the runs of an experiment that have not ended; what is done stays.")
final class ExperimentCancelCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "EXPERIMENT", description = "Its id.")
  private String id;

  ExperimentCancelCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    JsonNode answer = session.api().postNothing("/v1/experiments/" + Api.segment(id) + "/cancel");
    if (session.json()) session.print(answer);
    else session.print("  experiment  " + id + " is being cancelled");
    return ExitCode.OK;
  }
}
