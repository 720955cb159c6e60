package org.motifworks.trainer.retraining;

import java.time.Duration;
import org.motifworks.kit.problem.Problem;

/** What can be wrong with retraining. */
final class RetrainingProblems {

  private RetrainingProblems() {}

  static Problem noPolicy(String series) {
    return new Problem(
        404,
        "retraining.no-policy",
        "A series without a retraining policy",
        "Series '" + series + "' has no policy: nothing says what it is trained on, or how.",
        "Set one: PUT /v1/series/{name}/policy.");
  }

  static Problem noDataset(String series, String pattern) {
    return new Problem(
        409,
        "retraining.no-dataset",
        "Nothing to train on",
        "Series '"
            + series
            + "' is trained on datasets called '"
            + pattern
            + "', and none that is ready is.",
        "Make one, or change the policy.");
  }

  static Problem heldOut(String series, String dataset, int found, String first) {
    return new Problem(
        422,
        "retraining.held-out-in-training",
        "Held-out sequences in the training split",
        found
            + " sequences of the training split of '"
            + dataset
            + "' are, on either strand, in the test split that series '"
            + series
            + "' is judged on; first: "
            + first
            + ".",
        "Leave them out of training: './motifworks dataset append' does so by itself.");
  }

  static Problem heldOutLocus(String series, String dataset, int found, String first) {
    return new Problem(
        422,
        "retraining.held-out-locus-in-training",
        "Places of held-out sequences in the training split",
        found
            + " sequences of the training split of '"
            + dataset
            + "' overlap places of the test split that series '"
            + series
            + "' is judged on; first: "
            + first
            + ".",
        "Import with validation and test chromosomes of their own; './motifworks dataset append' leaves out what overlaps.");
  }

  static Problem cancelled(String what, String id, String reason) {
    return new Problem(
        409,
        "retraining.cancelled",
        "Retraining that was called off",
        what + " " + id + " was cancelled: " + reason + ".",
        "Ask for a run again: POST /v1/series/{name}/retrain.");
  }

  static Problem notInterpreted(String model, Duration patience) {
    return new Problem(
        504,
        "retraining.not-interpreted",
        "A model that was not interpreted in time",
        "Nothing was heard of the interpretation of model " + model + " for " + patience + ".",
        "Look at interpret-service; then have the model judged, or ask for a run again.");
  }
}
