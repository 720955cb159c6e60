package org.motifworks.core.simulation;

/**
 * How near embedded motifs may come to each other and to the ends; the paper's text and its code
 * differ.
 */
public enum SpacerRule {
  /**
   * As the authors' code, which made the published data: motifs may touch (about 1 % of sequences).
   */
  CODE(0),
  /** As the paper's text: at least 1 nt between motifs and at both ends. */
  TEXT(1);

  private final int minimum;

  SpacerRule(int minimum) {
    this.minimum = minimum;
  }

  /** The shortest spacer, nt. */
  public int minimum() {
    return minimum;
  }
}
