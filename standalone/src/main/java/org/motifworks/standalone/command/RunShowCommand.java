package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import org.motifworks.standalone.api.Api;
import org.motifworks.standalone.api.RunView;
import org.motifworks.standalone.job.RunText;
import org.motifworks.standalone.terminal.Style;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a run. */
@Command(name = "show", description = "Shows a run, or goes on following it.")
final class RunShowCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "RUN", description = "Its id.")
  private String id;

  @Option(
      names = {"-f", "--follow"},
      description = "Stays until it ends and prints what was learned.")
  private boolean follow;

  RunShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Api api = session.api();
    if (follow) return new RunOutcome(session, api).follow(id);
    JsonNode document = api.get("/v1/runs/" + Api.segment(id));
    if (session.json()) session.print(document);
    else session.print(text(RunView.of(document)));
    return ExitCode.OK;
  }

  private String text(RunView run) {
    Style style = session.terminal().style();
    StringBuilder text = new StringBuilder();
    text.append("  run      ").append(style.strong(run.id())).append('\n');
    text.append("  state    ").append(style.state(run.state())).append('\n');
    text.append("  dataset  ").append(run.datasetName()).append('\n');
    text.append("  training ").append(RunText.summary(run));
    text.append(", seed ").append(run.seed()).append('\n');
    if (run.attempts() > 1) text.append("  attempts ").append(run.attempts()).append('\n');
    run.problem().ifPresent(problem -> text.append(ProblemText.of(problem, style)));
    if (run.hasSucceeded()) text.append("  model    ./motifworks model show " + run.id() + "\n");
    return text.toString();
  }
}
