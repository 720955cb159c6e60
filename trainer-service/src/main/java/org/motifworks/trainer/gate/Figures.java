package org.motifworks.trainer.gate;

import java.util.List;
import java.util.Optional;
import org.motifworks.core.metric.Interval;

/**
 * What a model is judged by.
 *
 * @param auRoc mean over classes on the frozen test split, with its interval; absent where no class
 *     is defined
 * @param auPr likewise
 * @param meaning what its filters turned out to be; absent when it could not be interpreted
 */
record Figures(
    int version,
    String model,
    Optional<Interval> auRoc,
    Optional<Interval> auPr,
    Optional<Meaning> meaning) {

  /**
   * @param filters of the first layer
   * @param dead those that never fired
   * @param relevantMatchPercent filters that match a factor of the data; absent where those are not
   *     known
   * @param motifs factors of the data that a filter matches, or, where those are not known, the
   *     names of the filters' best matches
   */
  record Meaning(
      int filters, int dead, Optional<Double> relevantMatchPercent, List<String> motifs) {

    double deadPercent() {
      return 100.0 * dead / filters;
    }
  }
}
