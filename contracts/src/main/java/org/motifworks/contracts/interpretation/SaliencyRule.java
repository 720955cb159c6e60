package org.motifworks.contracts.interpretation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How a class's logit is traced back to the letters of a sequence. */
public enum SaliencyRule {
  /**
   * Guided back-propagation (Springenberg et al. 2015), as in the paper: at each ReLU only what is
   * positive on the way there and on the way back passes.
   */
  @JsonProperty("guided")
  GUIDED,
  /** The gradient itself (Simonyan et al. 2013). */
  @JsonProperty("plain")
  PLAIN;

  /** The name in JSON, URLs and file names. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
