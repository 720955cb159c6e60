package org.motifworks.interpret.api;

import java.util.List;
import org.motifworks.kit.problem.Problem;

/** The name of a class, as a request has it. */
final class ClassName {
  private ClassName() {}

  /**
   * Its place among the model's.
   *
   * @param name or null
   * @throws Problem {@code class.unknown} (422)
   */
  static int index(String name, List<String> classes) {
    int index = name == null ? -1 : classes.indexOf(name);
    if (index >= 0) return index;
    throw new Problem(
        422,
        "class.unknown",
        "No such class",
        name == null ? "The request names no class." : "The model has no class '" + name + "'.",
        "Its classes are " + String.join(", ", classes) + ".");
  }
}
