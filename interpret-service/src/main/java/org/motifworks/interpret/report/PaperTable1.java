package org.motifworks.interpret.report;

import java.util.Map;
import java.util.Optional;

/**
 * Table 1 of Koo &amp; Eddy 2019: what their networks reached on the synthetic sequences (one trial
 * each).
 */
final class PaperTable1 {

  /**
   * A line of the table.
   *
   * @param auRoc mean over the 12 classes
   * @param auRocSd standard deviation over the classes
   * @param jasparMatchPercent filters with any match
   * @param relevantMatchPercent filters with a match to one of the 12 factors
   */
  record Row(double auRoc, double auRocSd, int jasparMatchPercent, int relevantMatchPercent) {}

  private static final Map<String, Row> ROWS =
      Map.ofEntries(
          Map.entry("cnn-2", new Row(.968, .028, 30, 0)),
          Map.entry("cnn-4", new Row(.952, .056, 57, 13)),
          Map.entry("cnn-10", new Row(.970, .038, 100, 97)),
          Map.entry("cnn-25", new Row(.954, .094, 100, 100)),
          Map.entry("cnn-50", new Row(.965, .040, 100, 97)),
          Map.entry("cnn-100", new Row(.961, .042, 97, 97)),
          Map.entry("cnn9-4", new Row(.958, .039, 13, 0)),
          Map.entry("cnn9-25", new Row(.961, .038, 93, 93)),
          Map.entry("cnn3-2", new Row(.968, .027, 33, 0)),
          Map.entry("cnn3-50", new Row(.652, .060, 17, 0)),
          Map.entry("cnn-50-2", new Row(.917, .136, 97, 90)),
          Map.entry("cnn-2-1", new Row(.969, .033, 90, 87)));

  private PaperTable1() {}

  /** The line of an architecture; empty when the paper has none. */
  static Optional<Row> of(String architecture) {
    return Optional.ofNullable(ROWS.get(architecture));
  }
}
