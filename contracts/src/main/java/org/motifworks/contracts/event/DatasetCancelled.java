package org.motifworks.contracts.event;

import static java.util.Objects.requireNonNull;

/**
 * A dataset's making was called off; nothing of it is visible.
 *
 * @param subject the dataset's id
 */
public record DatasetCancelled(String subject, long version, String name) implements Fact {
  public DatasetCancelled {
    requireNonNull(subject, "subject");
    requireNonNull(name, "name");
  }
}
