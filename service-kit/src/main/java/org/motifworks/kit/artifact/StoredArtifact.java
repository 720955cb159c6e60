package org.motifworks.kit.artifact;

import java.time.Instant;

/**
 * An artifact as it lies in the store.
 *
 * @param bytes of its files
 * @param committed when it became visible, by the clock of the store
 */
public record StoredArtifact(String key, long bytes, Instant committed) {}
