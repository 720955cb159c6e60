package org.motifworks.contracts.event;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.motifworks.contracts.artifact.ArtifactRef;

/**
 * An alias of a series stands for another model from now on. The topic is compacted: its newest
 * record of each key is what the alias means.
 *
 * @param subject {@code series@alias}
 * @param version the alias's generation, which rises by one with each change, rollbacks too
 * @param modelVersion number of the model in its series, from 1
 * @param model its id
 * @param ref its artifact
 * @param previous id of the model the alias stood for before; absent the first time
 * @param actor who asked for it
 * @param reason why
 */
public record ModelPromoted(
    String subject,
    long version,
    String series,
    String alias,
    int modelVersion,
    String model,
    ArtifactRef ref,
    Optional<String> previous,
    String actor,
    String reason)
    implements Fact {
  public ModelPromoted {
    requireNonNull(subject, "subject");
    requireNonNull(series, "series");
    requireNonNull(alias, "alias");
    requireNonNull(model, "model");
    requireNonNull(ref, "ref");
    previous = previous == null ? Optional.empty() : previous;
  }
}
