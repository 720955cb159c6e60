/**
 * Jobs as a person sees them: followed with progress, their results as text.
 *
 * <p>Start reading at {@link org.motifworks.standalone.job.JobFollower}.
 */
package org.motifworks.standalone.job;
