package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import org.motifworks.standalone.api.Api;
import org.motifworks.standalone.api.ExperimentView;
import org.motifworks.standalone.job.ExperimentText;
import org.motifworks.standalone.terminal.Style;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows an experiment. */
@Command(name = "show", description = "Shows an experiment's runs, or goes on following it.")
final class ExperimentShowCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "EXPERIMENT", description = "Its id.")
  private String id;

  @Option(
      names = {"-f", "--follow"},
      description = "Stays until it ends and prints its table.")
  private boolean follow;

  @Mixin private ExperimentOutput output;

  ExperimentShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Api api = session.api();
    if (follow) {
      ExperimentOutcome outcome = new ExperimentOutcome(session, api);
      try (Interruption ignored = Interruption.does(() -> outcome.remarkGoesOn(id))) {
        return outcome.follow(id, output);
      }
    }
    JsonNode document = api.get("/v1/experiments/" + Api.segment(id));
    if (session.json()) session.print(document);
    else session.print(text(ExperimentView.of(document)));
    return ExitCode.OK;
  }

  private String text(ExperimentView experiment) {
    Style style = session.terminal().style();
    return "  experiment  "
        + style.strong(experiment.name())
        + "  "
        + style.faint(experiment.id())
        + "\n  state       "
        + style.state(experiment.state())
        + "\n  dataset     "
        + experiment.datasetName()
        + "\n  seed        "
        + experiment.seed()
        + "\n\n"
        + ExperimentText.runs(experiment, style);
  }
}
