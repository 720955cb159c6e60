package org.motifworks.trainer.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.motifworks.kit.job.JobState;
import org.motifworks.trainer.run.RunProgress;

/**
 * The newest run of an architecture and trial, in short.
 *
 * @param trial from 1
 * @param auRoc mean over classes on the test split, once it succeeded
 * @param interpretation AWAITING, READY or FAILED, once it succeeded
 * @param relevantMatchPercent once interpreted, where the factors are known
 * @param problem why it failed, as problem details
 */
public record ExperimentRun(
    String id,
    String architecture,
    int trial,
    long seed,
    JobState state,
    Optional<RunProgress> progress,
    Optional<Double> auRoc,
    Optional<String> interpretation,
    Optional<Double> relevantMatchPercent,
    Optional<JsonNode> problem) {

  boolean awaitsInterpretation() {
    return interpretation.filter("AWAITING"::equals).isPresent();
  }

  /** Ended without a model; resuming gives it another run. */
  boolean isMissing() {
    return state == JobState.FAILED || state == JobState.CANCELLED;
  }
}
