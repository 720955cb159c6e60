package org.motifworks.standalone.supervisor;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where the whole system stands. */
public enum SystemPhase {
  STARTING,
  READY,
  STOPPING,
  STOPPED,
  FAILED;

  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
