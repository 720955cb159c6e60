package org.motifworks.core.architecture;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a layer does to its normalised sums. Every one of them is increasing, so that it may be
 * applied after a max-pool instead of before it without changing a digit.
 */
public enum Activation {
  /** max(0, x). */
  RELU,
  /** exp(x): pushes a first layer towards whole motifs (Koo and Ploenzke 2021). */
  EXPONENTIAL,
  /** log(1 + exp(x)). */
  SOFTPLUS;

  /** The name used in JSON: lower case. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The activation of that name.
   *
   * @throws ArchitectureException when there is none
   */
  @JsonCreator
  public static Activation named(String label) {
    for (Activation activation : values()) {
      if (activation.label().equals(label)) {
        return activation;
      }
    }
    String known = Arrays.stream(values()).map(Activation::label).collect(Collectors.joining(", "));
    throw new ArchitectureException(
        "architecture.invalid", "is '" + label + "', which is unknown; known are " + known);
  }
}
