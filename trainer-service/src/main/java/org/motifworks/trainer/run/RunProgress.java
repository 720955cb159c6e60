package org.motifworks.trainer.run;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * How far a run has come.
 *
 * @param epoch the last one finished; 0 before the first
 * @param epochs at most so many
 * @param bestEpoch with the lowest validation loss so far; 0 before the first
 * @param trainingLoss of the last epoch
 * @param validationLoss of the last epoch
 * @param bestValidationLoss of the best epoch
 * @param secondsPerEpoch of the last epoch, with validation
 */
public record RunProgress(
    Phase phase,
    int epoch,
    int epochs,
    int bestEpoch,
    Double trainingLoss,
    Double validationLoss,
    Double bestValidationLoss,
    Double secondsPerEpoch) {

  /** What a worker is doing. */
  public enum Phase {
    STARTING,
    TRAINING,
    EXPORTING;

    @JsonValue
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Before the worker has said anything. */
  public static RunProgress starting(int epochs) {
    return new RunProgress(Phase.STARTING, 0, epochs, 0, null, null, null, null);
  }

  public RunProgress training() {
    return new RunProgress(
        Phase.TRAINING,
        epoch,
        epochs,
        bestEpoch,
        trainingLoss,
        validationLoss,
        bestValidationLoss,
        secondsPerEpoch);
  }

  public RunProgress exporting() {
    return new RunProgress(
        Phase.EXPORTING,
        epoch,
        epochs,
        bestEpoch,
        trainingLoss,
        validationLoss,
        bestValidationLoss,
        secondsPerEpoch);
  }

  /** After an epoch; {@code best} is the epoch the worker holds for best. */
  public RunProgress after(Epoch ended, int best) {
    return new RunProgress(
        Phase.TRAINING,
        ended.epoch(),
        epochs,
        best,
        ended.trainingLoss(),
        ended.validationLoss(),
        best == ended.epoch() || bestValidationLoss == null
            ? Double.valueOf(ended.validationLoss())
            : bestValidationLoss,
        ended.seconds());
  }
}
