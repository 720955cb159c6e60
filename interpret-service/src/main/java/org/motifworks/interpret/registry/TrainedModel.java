package org.motifworks.interpret.registry;

import java.util.Optional;
import org.motifworks.contracts.artifact.ArtifactRef;

/**
 * What the trainer says of a model, as far as this service needs it.
 *
 * @param id of the model, also when it was asked for by another name
 * @param ref its artifact
 * @param dataset what it was trained on; null for a model that was imported
 * @param named the name it was asked for by, where that was {@code series@alias} or {@code
 *     series@version}
 */
public record TrainedModel(
    String id,
    ArtifactRef ref,
    Dataset dataset,
    Optional<InterpretationState> interpretation,
    Optional<Named> named) {

  public TrainedModel {
    interpretation = interpretation == null ? Optional.empty() : interpretation;
    named = named == null ? Optional.empty() : named;
  }

  /** What it was asked for by: {@code series@alias}, {@code series@version} or its id. */
  public String reference() {
    return named
        .map(name -> name.series() + "@" + name.alias().orElseGet(() -> "" + name.version()))
        .orElse(id);
  }

  /** The dataset's id and artifact. */
  public record Dataset(String id, ArtifactRef ref) {}

  /**
   * What a name stood for at the moment it was asked for.
   *
   * @param version of the model in its series
   * @param generation of the alias; absent when it was asked for by version
   */
  public record Named(
      String series, int version, Optional<String> alias, Optional<Long> generation) {

    public Named {
      alias = alias == null ? Optional.empty() : alias;
      generation = generation == null ? Optional.empty() : generation;
    }
  }

  /**
   * Where its interpretation stands.
   *
   * @param state AWAITING, READY or FAILED
   * @param problemCode why it failed
   */
  public record InterpretationState(String state, Optional<String> problemCode) {

    public InterpretationState {
      problemCode = problemCode == null ? Optional.empty() : problemCode;
    }
  }
}
