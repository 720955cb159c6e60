package org.motifworks.embedded;

/**
 * An embedded server could not start, stop or answer; the message says which, why and what to do.
 */
public final class EmbeddedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public EmbeddedException(String message) {
    super(message);
  }

  public EmbeddedException(String message, Throwable cause) {
    super(message, cause);
  }
}
