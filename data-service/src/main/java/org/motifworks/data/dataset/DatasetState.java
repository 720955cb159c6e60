package org.motifworks.data.dataset;

import java.util.Set;
import org.motifworks.kit.job.JobState;

/** Where a dataset is on its way; only READY ones can be trained on. */
public enum DatasetState {
  REQUESTED,
  BUILDING,
  READY,
  FAILED,
  CANCELLED,
  RETIRED,
  /** Retired, and its bytes are gone. */
  DELETED;

  private static final Set<DatasetState> UNDER_WAY = Set.of(REQUESTED, BUILDING);

  /** The state of a dataset whose making is in {@code job}. */
  static DatasetState of(JobState job, boolean retired, boolean deleted) {
    return switch (job) {
      case QUEUED -> REQUESTED;
      case RUNNING, CANCELLING -> BUILDING;
      case SUCCEEDED -> deleted ? DELETED : retired ? RETIRED : READY;
      case FAILED -> FAILED;
      case CANCELLED -> CANCELLED;
    };
  }

  /** Whether its making has ended, well or not. */
  public boolean ended() {
    return !UNDER_WAY.contains(this);
  }
}
