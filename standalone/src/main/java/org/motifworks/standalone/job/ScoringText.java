package org.motifworks.standalone.job;

import org.motifworks.standalone.api.ScoringView;
import org.motifworks.standalone.terminal.Amount;

/** A bulk scoring in words. */
public final class ScoringText {

  private ScoringText() {}

  /** {@code 12,000 sequences, 3 of them could not be scored}; empty while there is no result. */
  public static String summary(ScoringView scoring) {
    return scoring.result().map(ScoringText::summary).orElse("");
  }

  private static String summary(ScoringView.Result result) {
    String text = Amount.count(result.sequences()) + " sequences";
    if (result.failed() > 0) {
      text += ", " + Amount.count(result.failed()) + " of them could not be scored";
    }
    if (result.filledUp() > 0) {
      text += ", " + Amount.count(result.filledUp()) + " filled up with N at a chromosome's end";
    }
    return text;
  }
}
