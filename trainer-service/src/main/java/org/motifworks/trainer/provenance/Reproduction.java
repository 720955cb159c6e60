package org.motifworks.trainer.provenance;

import java.util.List;
import java.util.Optional;
import org.motifworks.kit.job.JobState;

/**
 * What became of a run that was to end in an earlier model's weights again.
 *
 * @param run the new one
 * @param model the earlier one
 * @param state of the new run; the fields below are told once it SUCCEEDED
 * @param weightsEqual whether all weights are, bit for bit
 * @param filesEqual whether the two models are the same to the last byte, graphs and figures too
 * @param differingFiles those that are not
 * @param differingInputs what went into the two and is not the same; empty although weights differ
 *     when the reason is nothing that is recorded, such as another processor
 */
public record Reproduction(
    String run,
    String model,
    JobState state,
    Optional<Boolean> weightsEqual,
    Optional<Boolean> filesEqual,
    List<String> differingFiles,
    List<DifferingInput> differingInputs) {

  /** An input by its name in {@code model.json}, and its two values. */
  public record DifferingInput(String name, String model, String run) {}
}
