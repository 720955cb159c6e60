package org.motifworks.contracts.event;

import static java.util.Objects.requireNonNull;

/**
 * A model could not be interpreted; it still classifies.
 *
 * @param subject the model's id
 * @param code stable name of the reason
 */
public record InterpretationFailed(String subject, long version, String code, String detail)
    implements Fact {
  public InterpretationFailed {
    requireNonNull(subject, "subject");
    requireNonNull(code, "code");
  }
}
