package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import org.motifworks.standalone.api.Api;
import org.motifworks.standalone.job.TraceText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains a model again from its provenance and compares. */
@Command(
    name = "reproduce",
    description = {
      "Trains a model again from its provenance and says whether the weights are the same, bit for",
      "bit, and if not what went in differently. Ends with 1 when they differ."
    })
final class ModelReproduceCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(
      paramLabel = "MODEL",
      description = "Its id, which is that of its run, or series@alias, or series@version.")
  private String model;

  @Option(
      names = "--run",
      paramLabel = "RUN",
      description = "Only compares with this run, started before by this command.")
  private String run;

  @Mixin private DetachOption detach;

  ModelReproduceCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Api api = session.api();
    String id = run == null ? start(api) : run;
    if (detach.detach()) {
      session.print("  then     ./motifworks model reproduce " + model + " --run " + id);
      return ExitCode.OK;
    }
    session.follower(api).run(id);
    JsonNode outcome = api.get("/v1/runs/" + Api.segment(id) + "/reproduction");
    if (session.json()) session.print(outcome);
    else session.print(TraceText.reproduction(outcome, session.terminal().style()));
    return outcome.path("weightsEqual").asBoolean() ? ExitCode.OK : ExitCode.FAILED;
  }

  private String start(Api api) {
    return api.postNothing("/v1/models/" + Api.segment(model) + "/reproduce").path("id").asText();
  }
}
