package org.motifworks.data.dataset;

import java.util.regex.Pattern;
import org.motifworks.kit.problem.Problem;

/**
 * What people call a dataset. A name may be used again: the newest dataset of that name is then the
 * one meant.
 */
record DatasetName(String value) {

  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  DatasetName {
    if (value == null || !ALLOWED.matcher(value).matches()) {
      throw new Problem(
          422,
          "dataset.name",
          "Not a name for a dataset",
          value == null ? "There is no \"name\"." : "'" + value + "' cannot be a dataset's name.",
          "Use up to 100 letters, digits, '.', '_' and '-', beginning with a letter or digit.");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
