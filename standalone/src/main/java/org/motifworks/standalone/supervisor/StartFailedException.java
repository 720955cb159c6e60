package org.motifworks.standalone.supervisor;

/** The system did not start; the message says which process, why, and ends with its last words. */
public final class StartFailedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public StartFailedException(String message) {
    super(message);
  }

  public StartFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
