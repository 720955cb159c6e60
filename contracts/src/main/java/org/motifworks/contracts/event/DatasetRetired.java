package org.motifworks.contracts.event;

import static java.util.Objects.requireNonNull;

/**
 * A dataset may no longer be chosen; its bytes stay until nothing refers to them.
 *
 * @param subject the dataset's id
 */
public record DatasetRetired(String subject, long version, String name) implements Fact {
  public DatasetRetired {
    requireNonNull(subject, "subject");
    requireNonNull(name, "name");
  }
}
