package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import org.motifworks.standalone.api.Api;
import org.motifworks.standalone.job.SeriesText;
import org.motifworks.standalone.terminal.Style;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows what aliases stand for. */
@Command(
    name = "aliases",
    description = "Shows what a series' aliases stand for, or what one alias has stood for.")
final class ModelAliasesCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "SERIES[@ALIAS]", description = "With an alias: its history.")
  private String name;

  ModelAliasesCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    int at = name.indexOf('@');
    String path = "/v1/series/" + Api.segment(at < 0 ? name : name.substring(0, at));
    JsonNode changes =
        at < 0
            ? session.api().get(path).path("aliases")
            : session.api().get(path + "/aliases/" + Api.segment(name.substring(at + 1)));
    Style style = session.terminal().style();
    if (session.json()) session.print(changes);
    else session.print(SeriesText.changes(changes, style));
    return ExitCode.OK;
  }
}
