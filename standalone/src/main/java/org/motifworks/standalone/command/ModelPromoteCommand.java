package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.motifworks.standalone.api.Api;
import org.motifworks.standalone.job.SeriesText;
import org.motifworks.standalone.terminal.Style;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a model the champion of its series, through the gate, or gives it another alias. */
@Command(
    name = "promote",
    description = {
      "Has a model judged against the champion of its series and makes it champion if it keeps the",
      "series' rules; ends with 1 when it is rejected. Other aliases, and --force, skip the gate."
    })
final class ModelPromoteCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "MODEL", description = "Its id, or series@version, or series@alias.")
  private String model;

  @Option(names = "--series", paramLabel = "NAME", description = "The series; taken in if needed.")
  private String series;

  @Option(
      names = "--alias",
      paramLabel = "ALIAS",
      defaultValue = "champion",
      description = "The alias to be given. Default: ${DEFAULT-VALUE}.")
  private String alias;

  @Option(names = "--force", description = "Makes it champion unjudged; needs a --reason.")
  private boolean force;

  @Mixin private ActorOptions actor;

  @Spec private CommandSpec specification;

  ModelPromoteCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Api api = session.api();
    if (force || !alias.equals("champion")) return promote(api);
    JsonNode judgement = new JudgementOutcome(session, api).of(series(), request());
    boolean accepted = judgement.at("/report/verdict").asText().equals("ACCEPTED");
    return accepted ? ExitCode.OK : ExitCode.FAILED;
  }

  private int promote(Api api) {
    ObjectNode request = actor.json().put("alias", alias).put("force", force);
    if (series != null) request.put("series", series);
    JsonNode change =
        api.post("/v1/models/" + Api.segment(model) + "/promote", request, Optional.empty());
    Style style = session.terminal().style();
    if (session.json()) session.print(change);
    else session.print(SeriesText.change(change, style));
    return ExitCode.OK;
  }

  private ObjectNode request() {
    return actor.json().put("model", model);
  }

  private String series() {
    if (series != null) return series;
    int at = model.indexOf('@');
    if (at > 0) return model.substring(0, at);
    throw new ParameterException(specification.commandLine(), "Which --series?");
  }
}
