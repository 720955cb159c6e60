package org.motifworks.standalone.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fetches the table of a bulk scoring. */
@Command(name = "download", description = "Fetches the table (gzip, tab-separated) of a scoring.")
final class ScoringDownloadCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "SCORING", description = "Its id.")
  private String id;

  @Option(names = "--out", paramLabel = "FILE", description = "Where to. Default: SCORING.tsv.gz.")
  private Path out;

  ScoringDownloadCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    ScoringTable.fetch(session, session.api(), id, out == null ? Path.of(id + ".tsv.gz") : out);
    return ExitCode.OK;
  }
}
