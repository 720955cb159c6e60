package org.motifworks.interpret.model;

import java.util.Optional;
import org.motifworks.contracts.artifact.ArtifactRef;

/**
 * What the trainer says of a model, as far as this service needs it.
 *
 * @param id of the model, also when it was asked for by another name
 * @param ref its artifact
 * @param dataset what it was trained on
 */
public record TrainedModel(
    String id, ArtifactRef ref, Dataset dataset, Optional<InterpretationState> interpretation) {

  public TrainedModel {
    interpretation = interpretation == null ? Optional.empty() : interpretation;
  }

  /** The dataset's id and artifact. */
  public record Dataset(String id, ArtifactRef ref) {}

  /** Where its interpretation stands: AWAITING, READY or FAILED. */
  public record InterpretationState(String state) {}
}
