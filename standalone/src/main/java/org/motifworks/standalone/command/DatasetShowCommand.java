package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import org.motifworks.standalone.api.Api;
import org.motifworks.standalone.api.DatasetView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a dataset. */
@Command(name = "show", description = "Shows a dataset.")
final class DatasetShowCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "DATASET", description = "Its id, or its name for the newest so named.")
  private String dataset;

  DatasetShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    JsonNode document = session.api().get("/v1/datasets/" + Api.segment(dataset));
    if (session.json()) session.print(document);
    else {
      session.print(
          DatasetOutcome.text(DatasetView.of(document), document, session.terminal().style()));
    }
    return ExitCode.OK;
  }
}
