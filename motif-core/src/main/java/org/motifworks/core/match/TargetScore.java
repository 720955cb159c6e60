package org.motifworks.core.match;

/** The best alignment of a query with one target on one strand: arrays by target. */
final class TargetScore {
  final int[] alignment; // 1 .. w + t - 1; 0 where none overlaps enough
  final int[] overlap;
  final double[] pValue;

  TargetScore(int targets) {
    alignment = new int[targets];
    overlap = new int[targets];
    pValue = new double[targets];
  }
}
