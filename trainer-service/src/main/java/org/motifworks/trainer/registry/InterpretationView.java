package org.motifworks.trainer.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.motifworks.contracts.artifact.ArtifactRef;

/**
 * What is known of a model's filters.
 *
 * @param ref the interpretation's artifact, once READY
 * @param jasparMatchPercent filters with any JASPAR match, of all (code rule, sharpened clip)
 * @param relevantMatchPercent filters that match one of the dataset's own factors; absent where
 *     those are not known
 * @param saliencyAuRoc how well saliency finds the embedded motifs; absent without a truth
 * @param problemCode why it failed, with {@code problemDetail}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InterpretationView(
    State state,
    ArtifactRef ref,
    Double jasparMatchPercent,
    Double relevantMatchPercent,
    Integer deadFilters,
    Double saliencyAuRoc,
    String problemCode,
    String problemDetail) {

  /** Where the interpretation is. */
  public enum State {
    AWAITING,
    READY,
    FAILED
  }

  /** There is nothing to read motifs from, and no dataset to read them with. */
  static final InterpretationView OF_AN_IMPORTED_MODEL =
      new InterpretationView(
          State.FAILED,
          null,
          null,
          null,
          null,
          null,
          "model.imported",
          "The model was imported: it has no graph of its filters, and no dataset to read them with.");

  static final InterpretationView AWAITED =
      new InterpretationView(State.AWAITING, null, null, null, null, null, null, null);
}
