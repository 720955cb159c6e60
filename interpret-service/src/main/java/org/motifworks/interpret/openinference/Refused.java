package org.motifworks.interpret.openinference;

/** A request that the protocol, or the model, does not allow; its message is the answer. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;

  /** A request that is wrong in itself (400). */
  Refused(String message) {
    this(400, message);
  }

  Refused(int status, String message) {
    super(message);
    this.status = status;
  }

  int status() {
    return status;
  }
}
