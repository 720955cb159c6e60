package org.motifworks.contracts.event;

import static java.util.Objects.requireNonNull;

/**
 * A run was called off.
 *
 * @param subject the run's id
 * @param reason why, as the caller gave it
 */
public record RunCancelled(String subject, long version, String reason) implements Fact {
  public RunCancelled {
    requireNonNull(subject, "subject");
  }
}
