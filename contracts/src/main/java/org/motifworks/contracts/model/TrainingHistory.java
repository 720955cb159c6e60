package org.motifworks.contracts.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** Losses by epoch, without durations. */
public record TrainingHistory(List<Epoch> epochs) {

  /**
   * One epoch.
   *
   * @param epoch from 1
   * @param trainingLoss mean over its batches, with dropout
   * @param validationLoss mean binary cross-entropy of the validation split
   * @param validationAuRoc mean over classes, null when undefined
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Epoch(
      int epoch, double trainingLoss, double validationLoss, Double validationAuRoc) {}

  /** Copies the list. */
  public TrainingHistory {
    epochs = List.copyOf(epochs);
  }
}
