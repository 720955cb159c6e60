package org.motifworks.interpret.match;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import org.motifworks.contracts.json.Json;
import org.motifworks.kit.problem.Problem;

/**
 * Motifs to be matched.
 *
 * @param queries what is looked for
 * @param targets what it is looked for in
 * @param settings absent for Tomtom's defaults
 * @param matches how many are listed for a query, best first; absent for {@value #MATCHES}
 * @param logos whether pairs are drawn, at most {@link MatchLimits#DRAWINGS}
 */
public record MatchRequest(
    MotifSource queries,
    MotifSource targets,
    MatchOptions settings,
    Integer matches,
    boolean logos) {
  private static final int MATCHES = 50;

  /** Reads requests; a field that there is not is an error, not a setting silently lost. */
  public static final ObjectReader READER =
      Json.mapper()
          .readerFor(MatchRequest.class)
          .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  public MatchRequest {
    if (queries == null) queries = MotifSource.NONE;
    if (targets == null) targets = MotifSource.NONE;
    if (settings == null) settings = MatchOptions.DEFAULTS;
    if (matches == null) matches = MATCHES;
  }

  /**
   * Requires what can be required before anything is read.
   *
   * @throws Problem {@code match.source}, {@code match.setting} (422)
   */
  public void check() {
    queries.requireOne("queries");
    targets.requireOne("targets");
    if (matches < 1 || matches > MatchLimits.MATCHES) {
      throw MatchOptions.wrong("matches", matches, "1 to " + MatchLimits.MATCHES);
    }
  }
}
