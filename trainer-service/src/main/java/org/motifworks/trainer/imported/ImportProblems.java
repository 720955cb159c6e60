package org.motifworks.trainer.imported;

import org.motifworks.inference.check.GraphRefused;
import org.motifworks.kit.problem.Problem;

/** What can be wrong with a model that is to be imported. */
final class ImportProblems {

  private ImportProblems() {}

  static Problem off() {
    return new Problem(
        403,
        "model.import-off",
        "An import that is not allowed here",
        "This installation takes no models that were made elsewhere.",
        "An operator turns it on: motifworks.models.import=true for the trainer-service"
            + " (MOTIFWORKS_MODELS_IMPORT=true in the environment, also of ./motifworks up).");
  }

  static Problem busy() {
    return new Problem(
        429,
        "model.import-busy",
        "Another import is under way",
        "Models are looked through one at a time.",
        "Try again in a few seconds.");
  }

  static Problem tooLarge(String file, long limit) {
    return new Problem(
        413,
        "model.too-large",
        "A model that is too large",
        file + " has more than " + limit + " bytes.",
        "Send a smaller one, or have motifworks.models.import-limit raised.");
  }

  static Problem tooLarge(String file, String what, long found, long most) {
    return new Problem(
        422,
        "model.too-large",
        "A model that is too large",
        file + " has " + found + " " + what + ", " + most + " are allowed.",
        "Send a smaller one.");
  }

  /** What {@code GraphCheck} found, which names the node or tensor. */
  static Problem refused(String file, GraphRefused why) {
    return new Problem(
        422,
        why.code(),
        "A graph that is not let in",
        file + ": " + why.getMessage(),
        "See \"What a graph may do\" in docs/security.md: tokens UINT8 [batch, window] in; logits"
            + " and probabilities FLOAT [batch, classes] out; operators of the list alone.");
  }

  static Problem unequal(String file, long logits, long probabilities) {
    return new Problem(
        422,
        "model.signature",
        "A graph that is not let in",
        file + " gives " + logits + " logits and " + probabilities + " probabilities a sequence.",
        "Both must be of the same classes.");
  }

  static Problem classNames(String what) {
    return new Problem(
        422,
        "model.class-names",
        "Class names that do not fit",
        what,
        "Give as many names as the graph has outputs, parted by commas, or none.");
  }
}
