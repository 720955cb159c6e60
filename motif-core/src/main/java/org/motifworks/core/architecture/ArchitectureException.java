package org.motifworks.core.architecture;

/**
 * An architecture or a training setting that cannot be used; the message names the layer or
 * setting, the value and what is allowed.
 */
public final class ArchitectureException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * @param code stable problem code, such as {@code architecture.invalid}
   * @param message one sentence for people
   */
  public ArchitectureException(String code, String message) {
    super(message);
    this.code = code;
  }

  /** The stable problem code. */
  public String code() {
    return code;
  }

  static ArchitectureException layer(String layer, String complaint) {
    return new ArchitectureException("architecture.invalid", layer + ": " + complaint);
  }
}
