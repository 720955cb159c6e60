package org.motifworks.worker.network;

/** The loss is no finite number any more. */
public final class DivergedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DivergedException(String message) {
    super(message);
  }
}
