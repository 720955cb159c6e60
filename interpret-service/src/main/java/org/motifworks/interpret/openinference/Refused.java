package org.motifworks.interpret.openinference;

/** A request that the protocol, or the model, does not allow; its message is the answer. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;

  Refused(String message) {
    super(message);
  }
}
