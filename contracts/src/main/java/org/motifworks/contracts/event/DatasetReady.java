package org.motifworks.contracts.event;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.motifworks.contracts.artifact.ArtifactRef;

/**
 * A dataset is whole and may be trained on.
 *
 * @param subject the dataset's id
 * @param window length of every sequence in nt
 * @param counts sequences in each split
 * @param series the series it belongs to, when it is a version of one
 */
public record DatasetReady(
    String subject,
    long version,
    String name,
    ArtifactRef ref,
    List<String> classes,
    int window,
    Counts counts,
    Optional<String> series)
    implements Fact {

  public DatasetReady {
    requireNonNull(subject, "subject");
    requireNonNull(name, "name");
    requireNonNull(ref, "ref");
    requireNonNull(counts, "counts");
    classes = List.copyOf(classes);
    series = series == null ? Optional.empty() : series;
  }

  /** Sequences in each split. */
  public record Counts(long train, long validation, long test) {}
}
