package org.motifworks.core.page;

import java.util.List;
import org.motifworks.core.match.MatchSettings;
import org.motifworks.core.match.MotifDatabase;
import org.motifworks.core.motif.Motif;

/**
 * What a page of matches is about.
 *
 * @param queries all of them, in the order their matches will come
 * @param leftOut why each motif that could not be read was left out, a sentence each
 * @param origin how the page was made, such as a command line
 */
public record MatchSubject(
    List<Motif> queries,
    List<String> leftOut,
    MotifDatabase database,
    MatchSettings settings,
    String origin) {
  public MatchSubject {
    queries = List.copyOf(queries);
    leftOut = List.copyOf(leftOut);
  }
}
