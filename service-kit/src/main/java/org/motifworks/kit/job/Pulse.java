package org.motifworks.kit.job;

/** What a heartbeat learns. */
public enum Pulse {
  /** Still ours. */
  CONTINUE,
  /** Still ours, and to be stopped: end it by {@link JobQueue#cancelled}. */
  CANCEL,
  /** Someone else's, or ended; touch nothing. */
  LOST
}
