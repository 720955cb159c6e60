package org.motifworks.standalone.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.motifworks.standalone.api.Download;
import org.motifworks.standalone.terminal.Amount;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fetches an experiment's report. */
@Command(
    name = "report",
    description =
        "Fetches the report of an experiment, as far as its runs have ended: one HTML file that"
            + " opens without a network.")
final class ExperimentReportCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "EXPERIMENT", description = "Its id.")
  private String id;

  @Option(names = "--out", paramLabel = "FILE", description = "Default: EXPERIMENT.html.")
  private Path out;

  ExperimentReportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Path file = out == null ? Path.of(id + ".html") : out;
    long bytes = Download.to(file, session.api(), ExperimentFiles.path(id) + "/report.html");
    session.print("  " + file + "  " + Amount.bytes(bytes));
    return ExitCode.OK;
  }
}
