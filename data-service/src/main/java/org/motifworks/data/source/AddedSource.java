package org.motifworks.data.source;

import com.fasterxml.jackson.annotation.JsonSubTypes;

/** A source whose sequences can be added to a dataset that is there. */
@JsonSubTypes({
  @JsonSubTypes.Type(value = FastaSource.class, name = FastaSource.KIND),
  @JsonSubTypes.Type(value = PeaksSource.class, name = PeaksSource.KIND)
})
public sealed interface AddedSource extends DatasetSource permits FastaSource, PeaksSource {

  @Override
  AddedSource withoutPaths();

  /**
   * {@link #validate} for sequences that are added: something else may stand against them, they
   * take the base's window, and all go to the training split.
   *
   * @throws SourceProblem {@code append.setting} when a window or split is asked for
   */
  void validateAdded();

  /** What {@code append.setting} tells. */
  static SourceProblem settled() {
    return new SourceProblem(
        "append.setting",
        "Added sequences take the base's window, and all go to the training split.",
        "Leave \"window\" and \"split\" out.");
  }
}
