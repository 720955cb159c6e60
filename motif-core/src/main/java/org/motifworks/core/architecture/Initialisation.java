package org.motifworks.core.architecture;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** How weights start. */
public enum Initialisation {
  /** Uniform within ±sqrt(6 / (fan in + fan out)) (Glorot and Bengio 2010). */
  GLOROT_UNIFORM("glorot-uniform"),
  /** Normal with standard deviation sqrt(2 / fan in) (He et al. 2015). */
  HE_NORMAL("he-normal");

  private final String label;

  Initialisation(String label) {
    this.label = label;
  }

  /** The name used in JSON. */
  @JsonValue
  public String label() {
    return label;
  }

  /**
   * The initialisation of that name.
   *
   * @throws ArchitectureException when there is none
   */
  @JsonCreator
  public static Initialisation named(String label) {
    for (Initialisation value : values()) {
      if (value.label.equals(label)) {
        return value;
      }
    }
    throw new ArchitectureException(
        "settings.invalid",
        "initialisation '" + label + "' is unknown; known are glorot-uniform, he-normal");
  }
}
