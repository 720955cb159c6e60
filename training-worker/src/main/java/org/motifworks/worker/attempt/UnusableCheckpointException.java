package org.motifworks.worker.attempt;

/** There is a checkpoint, but training must start afresh. */
final class UnusableCheckpointException extends Exception {

  private static final long serialVersionUID = 1L;

  UnusableCheckpointException(String message) {
    super(message);
  }
}
