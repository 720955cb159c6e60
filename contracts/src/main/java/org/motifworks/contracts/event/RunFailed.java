package org.motifworks.contracts.event;

import static java.util.Objects.requireNonNull;

/**
 * A run has ended without a model.
 *
 * @param subject the run's id
 * @param code stable name of the reason, such as {@code training.diverged} or {@code
 *     job.worker-lost}
 * @param detail what happened, for people
 * @param attempts how often it was tried
 */
public record RunFailed(String subject, long version, String code, String detail, int attempts)
    implements Fact {
  public RunFailed {
    requireNonNull(subject, "subject");
    requireNonNull(code, "code");
  }
}
