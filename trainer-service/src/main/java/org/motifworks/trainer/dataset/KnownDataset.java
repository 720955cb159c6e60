package org.motifworks.trainer.dataset;

import java.util.List;
import org.motifworks.contracts.artifact.ArtifactRef;

/**
 * A dataset as trainer-service knows it.
 *
 * @param window length of its sequences in nt
 * @param sequences of all splits together
 */
public record KnownDataset(
    String id,
    String name,
    ArtifactRef ref,
    List<String> classes,
    int window,
    long sequences,
    boolean retired) {}
