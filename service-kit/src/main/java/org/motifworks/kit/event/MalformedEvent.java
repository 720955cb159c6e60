package org.motifworks.kit.event;

/**
 * A record that is no event and never will be: it belongs on the dead-letter topic, not back in the
 * queue.
 */
public final class MalformedEvent extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public MalformedEvent(String message, Throwable cause) {
    super(message, cause);
  }
}
