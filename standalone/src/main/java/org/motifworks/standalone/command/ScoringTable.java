package org.motifworks.standalone.command;

import java.nio.file.Path;
import java.util.Optional;
import org.motifworks.standalone.api.Api;
import org.motifworks.standalone.api.Download;
import org.motifworks.standalone.api.ScoringView;
import org.motifworks.standalone.terminal.Amount;

/** The table of a bulk scoring: fetched, or where to find it. */
final class ScoringTable {

  private ScoringTable() {}

  /** Fetches it into {@code out}, or says how to. */
  static void tell(Session session, Api api, ScoringView scoring, Optional<Path> out) {
    if (out.isPresent()) {
      fetch(session, api, scoring.id(), out.get());
    } else {
      session.remark("  table    ./motifworks scoring download " + scoring.id());
    }
  }

  static void fetch(Session session, Api api, String id, Path out) {
    long bytes = Download.to(out, api, "/v1/scorings/" + Api.segment(id) + "/scores.tsv.gz");
    session.remark("  table    " + out + "  " + Amount.bytes(bytes));
  }
}
