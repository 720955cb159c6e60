package org.motifworks.standalone.supervisor;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a supervised process stands. */
public enum ServiceState {
  WAITING,
  STARTING,
  READY,
  /** Died; starts again after a pause. */
  RESTARTING,
  STOPPING,
  STOPPED,
  /** Could not be started; the whole start is given up. */
  FAILED;

  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
