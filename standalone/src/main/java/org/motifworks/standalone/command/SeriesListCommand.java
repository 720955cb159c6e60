package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import org.motifworks.standalone.job.SeriesText;
import picocli.CommandLine.Command;

/** Lists series. */
@Command(name = "list", description = "Lists the series and their aliases.")
final class SeriesListCommand implements Callable<Integer> {

  private final Session session;

  SeriesListCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    JsonNode list = session.api().get("/v1/series");
    if (session.json()) session.print(list);
    else session.print(SeriesText.list(list, session.terminal().style()));
    return ExitCode.OK;
  }
}
