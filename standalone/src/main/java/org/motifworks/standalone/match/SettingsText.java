package org.motifworks.standalone.match;

import java.math.BigDecimal;
import org.motifworks.contracts.matching.MatchingResult.RejectedMotif;
import org.motifworks.core.match.MatchThreshold;
import org.motifworks.core.match.MatchThreshold.Kind;

/** Settings in words. */
final class SettingsText {
  private SettingsText() {}

  static String threshold(MatchThreshold threshold) {
    return (threshold.kind() == Kind.E_VALUE ? "E-value" : "q-value")
        + " <= "
        + number(threshold.limit());
  }

  /** Without a fraction that says nothing. */
  static String number(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  /** Which motif was left out, where and why. */
  static String sentence(RejectedMotif motif) {
    return (motif.id().isEmpty() ? "" : motif.id() + ", ")
        + "line "
        + motif.line()
        + ": "
        + motif.reason();
  }
}
