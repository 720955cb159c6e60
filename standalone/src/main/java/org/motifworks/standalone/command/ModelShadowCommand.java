package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import org.motifworks.standalone.api.Api;
import org.motifworks.standalone.job.ShadowText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows how a series' shadow compares with what is served. */
@Command(
    name = "shadow",
    description =
        "Compares what the model with the alias 'shadow' would have said with what was answered.")
final class ModelShadowCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "SERIES@ALIAS", description = "Whose answers, such as tf12@champion.")
  private String ref;

  ModelShadowCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    JsonNode report = session.api().get("/v1/models/" + Api.segment(ref) + "/shadow");
    if (session.json()) session.print(report);
    else session.print(ShadowText.of(report, session.terminal().style()));
    return ExitCode.OK;
  }
}
