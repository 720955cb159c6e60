package org.motifworks.standalone.variant;

/** Variants or their genome cannot be read: what is wrong, and what to do. */
public final class VariantProblem extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String action;

  VariantProblem(String detail, String action) {
    super(detail);
    this.action = action;
  }

  public String action() {
    return action;
  }
}
