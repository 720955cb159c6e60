package org.motifworks.trainer.gate;

import java.util.List;
import java.util.Optional;
import org.motifworks.core.metric.Interval;

/**
 * Why a model was accepted or rejected.
 *
 * @param champion as it was; absent while the series has none
 * @param championGeneration of the alias, 0 without one; only this generation can be replaced
 * @param auRocDifference candidate minus champion, with its interval
 * @param findings one for every rule that applied
 */
record Report(
    Verdict verdict,
    Figures candidate,
    Optional<Figures> champion,
    long championGeneration,
    Optional<Interval> auRocDifference,
    Optional<Interval> auPrDifference,
    List<Finding> findings) {

  /** How a judgement ended. */
  enum Verdict {
    ACCEPTED,
    REJECTED
  }

  /**
   * What one rule came to.
   *
   * @param rule its name in the series' rules
   * @param detail what was found and what is asked for
   */
  record Finding(String rule, boolean kept, String detail) {}

  List<String> reasons() {
    return findings.stream()
        .filter(finding -> !finding.kept())
        .map(finding -> finding.rule() + ": " + finding.detail())
        .toList();
  }
}
