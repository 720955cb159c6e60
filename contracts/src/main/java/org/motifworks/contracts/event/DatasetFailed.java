package org.motifworks.contracts.event;

import static java.util.Objects.requireNonNull;

/**
 * A dataset could not be made; nothing of it is visible.
 *
 * @param subject the dataset's id
 * @param code stable name of the reason, such as {@code fasta.invalid-letter}
 * @param detail what was wrong and where, for people
 */
public record DatasetFailed(String subject, long version, String name, String code, String detail)
    implements Fact {
  public DatasetFailed {
    requireNonNull(subject, "subject");
    requireNonNull(name, "name");
    requireNonNull(code, "code");
  }
}
