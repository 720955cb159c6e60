package org.motifworks.standalone.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.motifworks.standalone.api.Api;
import org.motifworks.standalone.api.Download;
import org.motifworks.standalone.api.ScoringView;
import org.motifworks.standalone.terminal.Amount;

/** The table or tracks of a bulk scoring: fetched, or where to find them. */
final class ScoringTable {

  private ScoringTable() {}

  /** Fetches them to {@code out}, or says how to. */
  static void tell(Session session, Api api, ScoringView scoring, Optional<Path> out) {
    if (out.isPresent()) {
      fetch(session, api, scoring, out.get());
    } else {
      session.remark("  " + line(scoring));
    }
  }

  /** What there is, and the command that fetches it. */
  static String line(ScoringView scoring) {
    String what = scoring.tracks().isEmpty() ? "table    " : "tracks   ";
    return what + "./motifworks scoring download " + scoring.id();
  }

  /**
   * Fetches them.
   *
   * @param out of tracks, their folder
   */
  static void fetch(Session session, Api api, ScoringView scoring, Path out) {
    String path = "/v1/scorings/" + Api.segment(scoring.id());
    if (scoring.tracks().isEmpty()) {
      long bytes = Download.to(out, api, path + "/scores.tsv.gz");
      session.remark("  table    " + out + "  " + Amount.bytes(bytes));
      return;
    }
    try {
      Files.createDirectories(out);
    } catch (IOException e) {
      throw new UncheckedIOException(out + ": " + e.getMessage(), e);
    }
    for (ScoringView.Track track : scoring.tracks()) {
      Path file = out.resolve(Path.of(track.file()).getFileName());
      long bytes = Download.to(file, api, path + "/tracks/" + Api.segment(track.file()));
      session.remark("  track    " + file + "  " + Amount.bytes(bytes));
    }
  }
}
