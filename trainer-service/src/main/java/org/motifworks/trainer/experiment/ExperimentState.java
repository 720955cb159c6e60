package org.motifworks.trainer.experiment;

import java.util.Collection;
import org.motifworks.kit.job.JobState;

/** Where an experiment is: never stored, always what its runs say. */
public enum ExperimentState {
  /** No run has been started. */
  QUEUED,
  RUNNING,
  /** Every run has ended, and filters of some are still being matched. */
  INTERPRETING,
  SUCCEEDED,
  /** Some run failed; the others went on to their ends. */
  FAILED,
  /** Some run was cancelled, none failed. */
  CANCELLED;

  static ExperimentState of(Collection<ExperimentRun> runs) {
    if (runs.stream().allMatch(run -> run.state() == JobState.QUEUED)) return QUEUED;
    if (!runs.stream().allMatch(run -> run.state().isTerminal())) return RUNNING;
    if (runs.stream().anyMatch(ExperimentRun::awaitsInterpretation)) return INTERPRETING;
    if (runs.stream().anyMatch(run -> run.state() == JobState.FAILED)) return FAILED;
    if (runs.stream().anyMatch(run -> run.state() == JobState.CANCELLED)) return CANCELLED;
    return SUCCEEDED;
  }
}
