/**
 * What every service needs once. Start with {@link org.motifworks.kit.job.JobQueue}, {@link
 * org.motifworks.kit.event.Outbox} or {@link org.motifworks.kit.artifact.ArtifactStore}.
 */
package org.motifworks.kit;
