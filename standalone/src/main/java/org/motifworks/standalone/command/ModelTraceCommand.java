package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import org.motifworks.standalone.api.Api;
import org.motifworks.standalone.job.TraceText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a model was made from. */
@Command(
    name = "trace",
    description = {
      "Shows where a model comes from: source, dataset, run, model, interpretation, each with the",
      "SHA-256 of what it was made from. Ends with 1 when a link of the chain is broken."
    })
final class ModelTraceCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "MODEL", description = "Its id, or series@alias, or series@version.")
  private String model;

  @Option(names = "--verify", description = "Reads every byte in the store again.")
  private boolean verify;

  ModelTraceCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    JsonNode trace =
        session
            .api()
            .get("/v1/models/" + Api.segment(model) + "/trace" + (verify ? "?verify=true" : ""));
    if (session.json()) session.print(trace);
    else session.print(TraceText.of(trace, session.terminal().style()));
    return trace.path("whole").asBoolean() ? ExitCode.OK : ExitCode.FAILED;
  }
}
