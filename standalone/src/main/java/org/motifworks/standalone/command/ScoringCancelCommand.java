package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.motifworks.standalone.api.Api;
import org.motifworks.standalone.api.ScoringView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Cancels a bulk scoring. */
@Command(name = "cancel", description = "Cancels a scoring that has not ended.")
final class ScoringCancelCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "SCORING", description = "Its id.")
  private String id;

  ScoringCancelCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Optional<JsonNode> answer =
        session.api().delete("/v1/scorings/" + Api.segment(id) + "?cancel=true");
    if (session.json()) {
      answer.ifPresent(session::print);
      return ExitCode.OK;
    }
    String state = answer.map(ScoringView::of).map(ScoringView::state).orElse("");
    String said =
        switch (state) {
          case "CANCELLED" -> " is cancelled";
          case "SUCCEEDED", "FAILED", "RETIRED" -> " had ended before: " + state;
          default -> " is being cancelled";
        };
    session.print("  scoring  " + id + said);
    return ExitCode.OK;
  }
}
