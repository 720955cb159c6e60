package org.motifworks.interpret.match;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.motifworks.core.match.ColumnDistance;
import org.motifworks.core.match.MatchSettings;
import org.motifworks.core.match.MatchThreshold;
import org.motifworks.core.motif.Background;
import org.motifworks.kit.problem.Problem;

/**
 * How a request wants motifs compared; what it leaves out is Tomtom's default. See {@link
 * MatchSettings} for what each means.
 *
 * @param distance {@code ed} or {@code pearson}
 * @param eValue report matches of at most this E-value
 * @param qValue or of at most this q-value; not both
 */
public record MatchOptions(
    String distance,
    Boolean completeScores,
    Integer minOverlap,
    Boolean reverseComplements,
    Double pseudoCount,
    Double eValue,
    Double qValue) {
  static final MatchOptions DEFAULTS = new MatchOptions(null, null, null, null, null, null, null);
  private static final int LARGEST_PSEUDO_COUNT = 1_000_000;

  /**
   * The settings they stand for.
   *
   * @param background of the queries' file
   * @throws Problem {@code match.setting} (422), naming the setting
   */
  MatchSettings over(Background background) {
    MatchSettings settings = MatchSettings.tomtomDefaults().withBackground(background);
    if (distance != null) settings = settings.withDistance(columnDistance());
    if (Boolean.FALSE.equals(completeScores)) settings = settings.withIncompleteScores();
    if (Boolean.FALSE.equals(reverseComplements)) settings = settings.withoutReverseComplements();
    if (minOverlap != null) {
      require(minOverlap >= 1, "minOverlap", minOverlap, "a whole number of columns, 1 or more");
      settings = settings.withMinOverlap(minOverlap);
    }
    if (pseudoCount != null) {
      boolean sensible = pseudoCount >= 0 && pseudoCount <= LARGEST_PSEUDO_COUNT;
      require(sensible, "pseudoCount", pseudoCount, "0 (none) to " + LARGEST_PSEUDO_COUNT);
      settings = settings.withPseudoCount(pseudoCount);
    }
    return settings.withThreshold(threshold(settings.threshold()));
  }

  private ColumnDistance columnDistance() {
    for (ColumnDistance one : ColumnDistance.values()) {
      if (one.tomtomName().equals(distance)) return one;
    }
    String names =
        Arrays.stream(ColumnDistance.values())
            .map(ColumnDistance::tomtomName)
            .collect(Collectors.joining(" or "));
    throw wrong("distance", distance, names);
  }

  private MatchThreshold threshold(MatchThreshold otherwise) {
    require(
        eValue == null || qValue == null,
        "qValue",
        qValue,
        "absent when there is an eValue: matches are reported by one of the two");
    if (eValue != null) {
      require(eValue >= 0 && Double.isFinite(eValue), "eValue", eValue, "0 or more");
      return MatchThreshold.eValue(eValue);
    }
    if (qValue == null) return otherwise;
    require(qValue >= 0 && qValue <= 1, "qValue", qValue, "between 0 and 1");
    return MatchThreshold.qValue(qValue);
  }

  private static void require(boolean holds, String setting, Object value, String allowed) {
    if (!holds) throw wrong(setting, value, allowed);
  }

  static Problem wrong(String setting, Object value, String allowed) {
    return new Problem(
            422,
            "match.setting",
            "A setting that cannot be",
            "'" + setting + "' is " + value + ".",
            "It must be " + allowed + ".")
        .at("setting", setting);
  }
}
