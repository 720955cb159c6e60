package org.motifworks.core.dataset;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.util.Locale;

/** The three parts of a dataset: fitted on, chosen by, judged on. */
public enum Split {
  @JsonProperty("train")
  TRAIN,
  @JsonProperty("validation")
  VALIDATION,
  @JsonProperty("test")
  TEST;

  /** The name of its folder, and what files and messages call it. */
  public String folder() {
    return name().toLowerCase(Locale.ROOT);
  }

  Path in(Path dataset) {
    return dataset.resolve(folder());
  }
}
