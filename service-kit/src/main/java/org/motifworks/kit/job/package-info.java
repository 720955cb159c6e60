/**
 * Long work as rows: claimed with a lease, kept by a heartbeat, ended by whoever holds the fence,
 * exactly once.
 *
 * <p>Start at {@link org.motifworks.kit.job.JobQueue}; a service with handlers runs {@link
 * org.motifworks.kit.job.JobWorkers} and hears of every ending as a {@link
 * org.motifworks.kit.job.JobListener}.
 */
package org.motifworks.kit.job;
