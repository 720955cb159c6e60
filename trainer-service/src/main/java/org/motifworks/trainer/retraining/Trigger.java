package org.motifworks.trainer.retraining;

import java.time.Instant;
import java.util.Optional;

/**
 * Why a series is to be trained again.
 *
 * @param dataset id of the new one, for DATASET
 * @param actor who asked
 */
public record Trigger(
    Kind kind, Optional<String> dataset, String actor, String reason, Instant at) {

  /** What sets a series off. */
  public enum Kind {
    DATASET,
    /** Of what the champion scores. */
    DRIFT,
    SCHEDULE,
    PERSON
  }
}
