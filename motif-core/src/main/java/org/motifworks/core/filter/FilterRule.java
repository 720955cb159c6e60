package org.motifworks.core.filter;

/**
 * Which windows of the sequences make up a filter's motif (Koo &amp; Eddy 2019). The paper's text
 * and its code differ; every figure names the rule.
 */
public enum FilterRule {
  /**
   * The authors' code: every position over half of the filter's maximum, weighted by its
   * activation; what lies beyond the sequence's ends counts as nothing.
   */
  CODE(0.5),

  /**
   * The paper's text: one window a sequence, about its first maximum, where that exceeds 0.7 of the
   * filter's; windows that leave the sequence are dropped, the others weigh the same.
   */
  TEXT(0.7);

  private final double shareOfMaximum;

  FilterRule(double shareOfMaximum) {
    this.shareOfMaximum = shareOfMaximum;
  }

  /** Activations must be greater than this share of the filter's maximum over all sequences. */
  public double shareOfMaximum() {
    return shareOfMaximum;
  }
}
