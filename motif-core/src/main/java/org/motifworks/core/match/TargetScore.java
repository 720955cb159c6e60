package org.motifworks.core.match;

/** The best alignment of a query with one target on one strand: arrays by target. */
final class TargetScore {
  final int[] alignment; // 1 .. w + t - 1
  final int[] overlap;
  final double[] pValue;

  TargetScore(int targets) {
    alignment = new int[targets];
    overlap = new int[targets];
    pValue = new double[targets];
  }

  /** The target that matches better: by p-value, then larger overlap; the first when equal. */
  int better(int first, int second) {
    if (pValue[first] != pValue[second]) return pValue[first] < pValue[second] ? first : second;
    return overlap[second] > overlap[first] ? second : first;
  }
}
