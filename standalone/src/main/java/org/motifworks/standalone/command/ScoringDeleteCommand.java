package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.motifworks.standalone.api.Api;
import org.motifworks.standalone.api.ScoringView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Deletes a bulk scoring. */
@Command(
    name = "delete",
    description =
        "Deletes a scoring that has ended: its table can be fetched no more, and is removed by"
            + " ./motifworks gc. One that has not ended is cancelled.")
final class ScoringDeleteCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "SCORING", description = "Its id.")
  private String id;

  ScoringDeleteCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Optional<JsonNode> answer = session.api().delete("/v1/scorings/" + Api.segment(id));
    if (session.json()) {
      answer.ifPresent(session::print);
      return ExitCode.OK;
    }
    String state = answer.map(ScoringView::of).map(ScoringView::state).orElse("");
    String said =
        switch (state) {
          case "RETIRED" -> " is deleted";
          case "CANCELLED" -> " is cancelled";
          default -> " is being cancelled";
        };
    session.print("  scoring  " + id + said);
    return ExitCode.OK;
  }
}
