package org.motifworks.standalone.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.motifworks.standalone.api.Api;
import org.motifworks.standalone.api.ScoringView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fetches the table or the tracks of a bulk scoring. */
@Command(
    name = "download",
    description = "Fetches the table (gzip, tab-separated) or the tracks (bigWig) of a scoring.")
final class ScoringDownloadCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "SCORING", description = "Its id.")
  private String id;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to. Default: SCORING.tsv.gz; of tracks a folder, by default SCORING.")
  private Path out;

  ScoringDownloadCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Api api = session.api();
    ScoringView scoring = ScoringView.of(api.get("/v1/scorings/" + Api.segment(id)));
    Path usual = Path.of(scoring.tracks().isEmpty() ? id + ".tsv.gz" : id);
    ScoringTable.fetch(session, api, scoring, out == null ? usual : out);
    return ExitCode.OK;
  }
}
