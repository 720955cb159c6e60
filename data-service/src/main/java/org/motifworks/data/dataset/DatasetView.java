package org.motifworks.data.dataset;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.contracts.event.DatasetReady.Counts;
import org.motifworks.core.dataset.DatasetWarning;
import org.motifworks.data.job.Progress;
import org.motifworks.data.source.DatasetSource;
import org.motifworks.kit.problem.ProblemDetails;

/**
 * A dataset as the public API shows it. What was made is absent until it is READY.
 *
 * @param name the newest dataset of a name is the one the name means
 * @param classes in label order
 * @param window length of every sequence in nt
 * @param progress of its making
 * @param counts sequences in each split
 * @param positives for each class, sequences with that label in all splits together
 * @param ref its artifact
 * @param base id of the dataset it was made of by adding to it
 * @param warnings what its owner should know about the input
 * @param problem why it FAILED
 */
public record DatasetView(
    String id,
    String name,
    DatasetState state,
    DatasetSource source,
    Instant createdAt,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt,
    Progress progress,
    Optional<List<String>> classes,
    OptionalInt window,
    Optional<Counts> counts,
    Optional<Map<String, Long>> positives,
    Optional<ArtifactRef> ref,
    Optional<String> base,
    List<DatasetWarning> warnings,
    Optional<ProblemDetails> problem) {}
