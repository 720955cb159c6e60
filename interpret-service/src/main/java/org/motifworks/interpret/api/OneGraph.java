package org.motifworks.interpret.api;

import org.motifworks.kit.problem.Problem;

/** What cannot be asked of a model that was imported: it has the graph of its scores alone. */
final class OneGraph {
  /** As the trainer-service says it, too, of why such a model has no interpretation. */
  static final String CODE = "model.imported";

  private OneGraph() {}

  /**
   * The answer to such a wish.
   *
   * @param what is missing, a sentence without its full stop
   */
  static Problem lacks(String what) {
    return new Problem(
        409,
        CODE,
        "A model that was imported",
        "The model was imported, and its one graph gives scores. " + what + ".",
        "Ask for scores, or for the effect of every substitution (POST /v1/models/{ref}/mutagenesis).");
  }
}
