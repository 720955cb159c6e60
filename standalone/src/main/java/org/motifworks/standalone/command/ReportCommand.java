package org.motifworks.standalone.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.motifworks.standalone.api.Api;
import org.motifworks.standalone.api.Download;
import org.motifworks.standalone.terminal.Amount;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fetches a model's report. */
@Command(
    name = "report",
    description = "Fetches the report of a model: one HTML file that opens without a network.")
final class ReportCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "MODEL", description = "Its id.")
  private String model;

  @Option(names = "--out", paramLabel = "FILE", description = "Default: MODEL.html.")
  private Path out;

  ReportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Path file = out == null ? Path.of(model + ".html") : out;
    String path = "/v1/models/" + Api.segment(model) + "/report.html";
    long bytes = Download.to(file, session.api(), path);
    session.print("  " + file + "  " + Amount.bytes(bytes));
    return ExitCode.OK;
  }
}
