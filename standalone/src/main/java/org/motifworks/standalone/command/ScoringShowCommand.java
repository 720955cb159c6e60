package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import org.motifworks.standalone.api.Api;
import org.motifworks.standalone.api.ScoringView;
import org.motifworks.standalone.job.ScoringText;
import org.motifworks.standalone.terminal.Amount;
import org.motifworks.standalone.terminal.Style;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a bulk scoring. */
@Command(name = "show", description = "Shows a scoring.")
final class ScoringShowCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "SCORING", description = "Its id.")
  private String id;

  ScoringShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    JsonNode document = session.api().get("/v1/scorings/" + Api.segment(id));
    if (session.json()) session.print(document);
    else session.print(text(ScoringView.of(document)));
    return ExitCode.OK;
  }

  private String text(ScoringView scoring) {
    Style style = session.terminal().style();
    StringBuilder text = new StringBuilder();
    text.append("  scoring  ").append(style.strong(scoring.id())).append('\n');
    text.append("  state    ").append(style.state(scoring.state()));
    ScoringView.Progress progress = scoring.progress();
    if (!scoring.hasEnded() && progress.total() > 0) {
      text.append(", ").append(Amount.bytes(progress.done()));
      text.append(" of ").append(Amount.bytes(progress.total())).append(" read");
    }
    text.append("\n  file     ").append(scoring.request().file()).append('\n');
    scoring.request().genome().ifPresent(file -> text.append("  genome   " + file + "\n"));
    String model = scoring.result().map(ScoringView.Result::model).orElse("");
    String asked = scoring.request().model();
    text.append("  model    ").append(asked);
    if (!model.isEmpty() && !model.equals(asked)) text.append(", which was ").append(model);
    text.append('\n');
    if (scoring.hasSucceeded()) {
      text.append("  scored   ").append(ScoringText.summary(scoring)).append('\n');
      text.append("  ").append(ScoringTable.line(scoring)).append('\n');
    }
    scoring.problem().ifPresent(problem -> text.append(ProblemText.of(problem, style)));
    return text.toString();
  }
}
