package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.motifworks.standalone.api.Api;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Retires a dataset, or cancels its making. */
@Command(name = "delete", description = "Retires a dataset; cancels it while it is being made.")
final class DatasetDeleteCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "DATASET", description = "Its id, or its name for the newest so named.")
  private String dataset;

  DatasetDeleteCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Api api = session.api();
    // The name is resolved first: what is deleted must be exactly what was seen.
    String id = api.get("/v1/datasets/" + Api.segment(dataset)).path("id").asText();
    Optional<JsonNode> answer = api.delete("/v1/datasets/" + Api.segment(id));
    if (session.json()) answer.ifPresent(session::print);
    else session.print("  dataset  " + id + " is being deleted");
    return ExitCode.OK;
  }
}
