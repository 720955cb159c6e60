package org.motifworks.kit.job;

/**
 * Does the work of one kind of job.
 *
 * <p>What it throws decides too: {@link JobStop} is passed on from the context, a {@link
 * org.motifworks.kit.problem.Problem} fails the job, an outage ({@link
 * org.motifworks.kit.sql.Outage}) puts it back for a while, anything else fails it as {@code
 * internal}.
 */
public interface JobHandler {

  JobOutcome handle(JobContext context) throws Exception;
}
