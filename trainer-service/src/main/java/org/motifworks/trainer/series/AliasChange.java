package org.motifworks.trainer.series;

import java.time.Instant;
import java.util.Optional;

/**
 * A change of what an alias stands for.
 *
 * @param generation rises by one with each change of the alias
 * @param version of the model in the series, from 1
 * @param model its id
 * @param kind what led to it
 * @param restores the generation this change, a rollback, went back to
 * @param actor who asked for it
 */
public record AliasChange(
    String series,
    String alias,
    long generation,
    int version,
    String model,
    Kind kind,
    Optional<Long> restores,
    String actor,
    String reason,
    Instant changedAt) {

  /** What led to a change. */
  public enum Kind {
    /** The gate accepted the model. */
    JUDGED,
    /** Someone made it champion without the gate. */
    FORCED,
    /** The alias was given back. */
    ROLLBACK,
    /** Someone gave it an alias that asks for no judgement. */
    GIVEN
  }

  /** The generation whose model the alias has had since: its own, or that it went back to. */
  long standsAt() {
    return restores.orElse(generation);
  }
}
