package org.motifworks.trainer.imported;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * What comes beside the bytes of a model.
 *
 * @param series that it becomes a version of
 * @param classes names in the order of the outputs; empty when none were given
 * @param file name its sender gave it, for people
 * @param actor who sends it
 */
record ImportRequest(String series, Optional<List<String>> classes, String file, String actor) {
  private static final int LONGEST = 100;

  /**
   * The same, from a query.
   *
   * @param classes parted by commas; may be null, as may {@code file} and {@code actor}
   * @throws org.motifworks.kit.problem.Problem {@code model.class-names}
   */
  static ImportRequest of(String series, String classes, String file, String actor) {
    Optional<List<String>> names = Optional.ofNullable(classes).map(ImportRequest::names);
    return new ImportRequest(series, names, said(file, "model.onnx"), said(actor, "someone"));
  }

  private static List<String> names(String classes) {
    List<String> names = Arrays.stream(classes.split(",", -1)).map(String::strip).toList();
    for (String name : names) {
      if (name.isEmpty()) throw ImportProblems.classNames("One of the class names is empty.");
      if (name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl)) {
        throw ImportProblems.classNames(
            "A class name is longer than " + LONGEST + " letters, or has control characters.");
      }
    }
    if (new HashSet<>(names).size() == names.size()) return names;
    throw ImportProblems.classNames("Two classes have one name.");
  }

  private static String said(String text, String otherwise) {
    return text == null || text.isBlank() ? otherwise : text.replaceAll("\\p{Cntrl}", "?").strip();
  }
}
