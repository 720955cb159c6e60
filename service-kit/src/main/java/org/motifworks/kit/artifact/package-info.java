/**
 * Immutable folders of files, whole or not there at all, verified when read. Start at {@link
 * org.motifworks.kit.artifact.ArtifactStore}; one contract test suite runs against every
 * implementation.
 */
package org.motifworks.kit.artifact;
