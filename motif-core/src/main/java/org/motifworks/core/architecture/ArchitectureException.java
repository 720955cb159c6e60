package org.motifworks.core.architecture;

/**
 * An architecture or a training setting that cannot be used; the message names the place or
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

  /**
   * @param path where in the description, such as {@code convolutions[1].pool.size}
   * @param complaint goes on after the path: what is there, and what is allowed
   */
  static ArchitectureException at(String path, String complaint) {
    return new ArchitectureException("architecture.invalid", path + " " + complaint);
  }
}
