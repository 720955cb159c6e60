package org.motifworks.contracts.training;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where to compute. */
public enum ComputeDevice {
  /** A GPU when there is one, else the CPU. */
  AUTO,
  /** The CPU. */
  CPU,
  /** A GPU, or a clear error. */
  GPU;

  /** The name used in JSON: lower case. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The device of that name: {@code auto}, {@code cpu} or {@code gpu}. */
  @JsonCreator
  public static ComputeDevice named(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
