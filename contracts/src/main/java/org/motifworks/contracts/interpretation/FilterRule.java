package org.motifworks.contracts.interpretation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How the sequences that excite a filter become its motif; PAPER: text and code differ. */
public enum FilterRule {
  /** Every position over half of the filter's maximum, weighted by its activation. */
  @JsonProperty("code")
  CODE,
  /** One window a sequence, where its maximum exceeds 0.7 of the filter's; plain average. */
  @JsonProperty("text")
  TEXT;

  /** The name in JSON, URLs and file names. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
