package org.motifworks.trainer.experiment;

import java.util.Collection;
import org.motifworks.kit.job.JobState;

/**
 * How far an experiment's runs are.
 *
 * @param running or about to stop
 * @param interpreted models whose filters were matched
 */
public record RunCounts(
    int total, int queued, int running, int succeeded, int failed, int cancelled, int interpreted) {

  static RunCounts of(Collection<ExperimentRun> runs) {
    return new RunCounts(
        runs.size(),
        in(runs, JobState.QUEUED),
        in(runs, JobState.RUNNING) + in(runs, JobState.CANCELLING),
        in(runs, JobState.SUCCEEDED),
        in(runs, JobState.FAILED),
        in(runs, JobState.CANCELLED),
        (int)
            runs.stream()
                .filter(run -> run.interpretation().filter("READY"::equals).isPresent())
                .count());
  }

  private static int in(Collection<ExperimentRun> runs, JobState state) {
    return (int) runs.stream().filter(run -> run.state() == state).count();
  }
}
