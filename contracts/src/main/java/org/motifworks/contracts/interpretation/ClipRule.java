package org.motifworks.contracts.interpretation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Which columns of a filter's motif are matched: the span over 0.5 bits and three either side. */
public enum ClipRule {
  /** Bits counted on exp(3 p / max p), renormalised; the paper's Table 1 was made so. */
  @JsonProperty("sharpened")
  SHARPENED,
  /** Bits counted on the probabilities themselves. */
  @JsonProperty("plain")
  PLAIN;

  /** The name in JSON, URLs and file names. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
