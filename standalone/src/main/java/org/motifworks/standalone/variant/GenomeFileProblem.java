package org.motifworks.standalone.variant;

/** A file cannot be read as a genome: what is wrong, and what to do. */
public final class GenomeFileProblem extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String action;

  GenomeFileProblem(String detail, String action) {
    super(detail);
    this.action = action;
  }

  public String action() {
    return action;
  }
}
