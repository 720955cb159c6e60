package org.motifworks.kit.job;

/**
 * Where a job is: QUEUED to RUNNING and back (lost, drained, an outage), RUNNING to CANCELLING, and
 * one of the three ends.
 */
public enum JobState {
  QUEUED,
  RUNNING,
  CANCELLING,
  SUCCEEDED,
  FAILED,
  CANCELLED;

  public boolean isTerminal() {
    return this == SUCCEEDED || this == FAILED || this == CANCELLED;
  }
}
