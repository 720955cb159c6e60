package org.motifworks.kit.job;

/** Ends a handler early; let it pass. */
public final class JobStop extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why a handler must end. */
  public enum Reason {
    CANCELLED,
    LEASE_LOST,
    DRAINED
  }

  private final Reason reason;

  public JobStop(Reason reason) {
    super(reason.name(), null, false, false);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
