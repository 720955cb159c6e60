package org.motifworks.contracts.matching;

/** Sums as files print them: their last digits are noise. */
final class MatchingNumbers {
  private MatchingNumbers() {}

  /** With at most three decimals. */
  static double rounded(double value) {
    return Math.rint(value * 1000) / 1000;
  }
}
