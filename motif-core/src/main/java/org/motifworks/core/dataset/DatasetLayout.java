package org.motifworks.core.dataset;

import java.util.HashSet;
import java.util.List;

/**
 * What all records of a dataset have in common.
 *
 * @param classes names of the label columns, different and one line each
 * @param window length of every sequence, nt
 * @param truth whether it is known where motifs lie, as in simulated data
 */
public record DatasetLayout(List<String> classes, int window, boolean truth) {

  public DatasetLayout {
    classes = List.copyOf(classes);
    if (classes.isEmpty()) throw new IllegalArgumentException("A dataset has at least one class");
    if (new HashSet<>(classes).size() < classes.size()) {
      throw new IllegalArgumentException("Classes have different names: " + classes);
    }
    if (classes.stream().anyMatch(name -> name.isBlank() || hasControl(name))) {
      throw new IllegalArgumentException("Classes have names of one line: " + classes);
    }
    if (window < 1) throw new IllegalArgumentException("window is 1 nt or more, not " + window);
  }

  static boolean hasControl(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) return true;
    }
    return false;
  }
}
