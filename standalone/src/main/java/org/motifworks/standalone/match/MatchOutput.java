package org.motifworks.standalone.match;

import java.io.IOException;
import org.motifworks.core.match.MatchCounts;
import org.motifworks.core.match.QueryMatches;

/** One way to write matches. Nothing that was added is kept: results may be larger than memory. */
interface MatchOutput {

  /** Writes one query; queries come in their order. */
  void add(QueryMatches query) throws IOException;

  /** Writes what can only be said at the end. */
  void end(MatchCounts counts) throws IOException;
}
