package org.motifworks.kit.artifact;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The store does not answer or cannot write; trying again later may work. */
public final class StoreUnavailable extends UncheckedIOException {

  private static final long serialVersionUID = 1L;

  public StoreUnavailable(String message, IOException cause) {
    super(message + ": " + cause.getMessage(), cause);
  }
}
