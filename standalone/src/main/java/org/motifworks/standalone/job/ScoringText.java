package org.motifworks.standalone.job;

import org.motifworks.standalone.api.ScoringView;
import org.motifworks.standalone.terminal.Amount;

/** A bulk scoring in words. */
public final class ScoringText {

  private ScoringText() {}

  /** {@code 12,000 sequences, 3 of them could not be scored}; empty while there is no result. */
  public static String summary(ScoringView scoring) {
    String rows =
        !scoring.tracks().isEmpty()
            ? " cells"
            : scoring.request().variants().isPresent() ? " variants" : " sequences";
    return scoring.result().map(result -> summary(result, rows)).orElse("");
  }

  private static String summary(ScoringView.Result result, String rows) {
    String text = Amount.count(result.sequences()) + rows;
    if (result.failed() > 0) {
      text += ", " + Amount.count(result.failed()) + " of them could not be scored";
    }
    if (result.filledUp() > 0) {
      text += ", " + Amount.count(result.filledUp()) + " filled up with N at a chromosome's end";
    }
    return text;
  }
}
