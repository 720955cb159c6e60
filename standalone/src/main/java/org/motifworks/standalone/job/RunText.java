package org.motifworks.standalone.job;

import org.motifworks.standalone.api.RunView;
import org.motifworks.standalone.terminal.Amount;

/** A run in words. */
public final class RunText {

  private RunText() {}

  /** {@code cnn-25, 52 epochs, best validation loss .1298 at 32}. */
  public static String summary(RunView run) {
    StringBuilder text = new StringBuilder(run.architectureName());
    run.progress()
        .ifPresent(
            progress -> {
              text.append(", ").append(progress.epoch()).append(" epochs");
              progress
                  .bestValidationLoss()
                  .ifPresent(
                      loss -> text.append(", best validation loss ").append(Amount.loss(loss)));
              progress.bestEpoch().ifPresent(best -> text.append(" at ").append(best));
            });
    return text.toString();
  }

  /** {@code 17/100}, or a dash before the first epoch. */
  public static String epochs(RunView run) {
    return run.progress().map(p -> p.epoch() + "/" + p.epochs()).orElse("-");
  }
}
