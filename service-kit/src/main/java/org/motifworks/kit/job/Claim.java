package org.motifworks.kit.job;

import java.time.Duration;

/**
 * The right to work on a job until the lease runs out.
 *
 * @param job as it was when claimed
 * @param lease how long each heartbeat keeps it
 */
public record Claim(Job job, Duration lease) {

  public String id() {
    return job.id();
  }

  public long fence() {
    return job.fence();
  }
}
