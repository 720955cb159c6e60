package org.motifworks.core.match;

import java.util.List;
import org.motifworks.core.motif.Motif;

/**
 * A query and its matches within the threshold, best first: by p-value, then larger overlap, then
 * strand and id.
 */
public record QueryMatches(Motif query, List<MotifMatch> matches) {
  public QueryMatches {
    matches = List.copyOf(matches);
  }
}
