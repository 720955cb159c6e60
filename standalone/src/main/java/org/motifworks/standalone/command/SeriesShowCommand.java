package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import org.motifworks.standalone.api.Api;
import org.motifworks.standalone.job.SeriesText;
import org.motifworks.standalone.terminal.Style;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows a series. */
@Command(name = "show", description = "Shows a series: its versions, aliases and rules.")
final class SeriesShowCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "NAME", description = "Of the series.")
  private String name;

  @Mixin private ListOptions list;

  SeriesShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Api api = session.api();
    String path = "/v1/series/" + Api.segment(name);
    JsonNode series = api.get(path);
    JsonNode versions = list.page(api, path + "/versions");
    if (session.json()) {
      ((ObjectNode) series).set("versions", versions);
      session.print(series);
      return ExitCode.OK;
    }
    Style style = session.terminal().style();
    session.print(
        SeriesText.of(series, style)
            + "\n"
            + SeriesText.versions(versions, style)
            + ListOptions.more(versions, "series show " + name));
    return ExitCode.OK;
  }
}
