package org.motifworks.data.scoring;

import org.motifworks.kit.job.JobState;

/** Where a scoring is on its way: its job's state, until it is retired. */
public enum ScoringState {
  QUEUED,
  RUNNING,
  CANCELLING,
  SUCCEEDED,
  FAILED,
  CANCELLED,
  /** Its table is garbage, and may be removed already. */
  RETIRED;

  static ScoringState of(JobState job, boolean retired) {
    return retired ? RETIRED : valueOf(job.name());
  }

  /** Whether nothing will change any more by itself. */
  boolean ended() {
    return this != QUEUED && this != RUNNING && this != CANCELLING;
  }
}
