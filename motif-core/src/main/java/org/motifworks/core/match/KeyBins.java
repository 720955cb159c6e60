package org.motifworks.core.match;

import java.util.Arrays;

/**
 * In which of many narrow bins each key of one query column lies. Order statistics need only the
 * keys of one bin sorted, and whole scores can be looked up by bin.
 */
final class KeyBins {
  /** Number of bins. */
  static final int BINS = 2048;

  private static final double ROUNDING = 1e-9; // of a key; far more than double arithmetic errs

  /** The bin of each target column. */
  final short[] bins;

  /** Number of target columns in each bin. */
  final int[] counts = new int[BINS];

  private final ColumnDistance distance;
  private double[] sorted; // keys of the bin last looked into
  private int sortedBin;

  KeyBins(ColumnDistance distance, double[] keys) {
    this.distance = distance;
    bins = new short[keys.length];
    double lowest = distance.lowestKey;
    double binsPerUnit = binsPerUnit(distance);
    for (int j = 0; j < keys.length; j++) {
      int bin = (int) ((keys[j] - lowest) * binsPerUnit);
      bins[j] = (short) bin;
      counts[bin]++;
    }
  }

  private static double binsPerUnit(ColumnDistance distance) {
    return (BINS - 1) / (distance.highestKey - distance.lowestKey);
  }

  /** Where a key lies among the bins; a whole number is the beginning of a bin. */
  static double position(ColumnDistance distance, double key) {
    return (key - distance.lowestKey) * binsPerUnit(distance);
  }

  /** The key at which a bin begins, but for rounding. */
  private double keyAt(int bin) {
    return bin / binsPerUnit(distance) + distance.lowestKey;
  }

  /** The median score as Tomtom takes it: mean of sorted[floor(n/2) - 1], sorted[ceil(n/2) - 1]. */
  double median(double[] keys) {
    int n = bins.length;
    int low = Math.max(0, n / 2 - 1);
    int high = (n + 1) / 2 - 1;
    double lower = orderStatistic(keys, low);
    if (high == low) return distance.score(lower);
    return (distance.score(lower) + distance.score(orderStatistic(keys, high))) / 2;
  }

  /** The lowest score. */
  double lowest(double[] keys) {
    return distance.score(orderStatistic(keys, 0));
  }

  /** The highest score. */
  double highest(double[] keys) {
    return distance.score(orderStatistic(keys, bins.length - 1));
  }

  /** A score that none is below; known without a look at the keys. */
  double notBelow() {
    int bin = 0;
    while (counts[bin] == 0) bin++;
    if (bin == 0) return Double.NEGATIVE_INFINITY; // it also takes keys below the lowest
    return distance.score(keyAt(bin) - ROUNDING);
  }

  /** A score that none is above. */
  double notAbove() {
    int bin = BINS - 1;
    while (counts[bin] == 0) bin--;
    return distance.score(keyAt(bin + 1) + ROUNDING);
  }

  /** The key of a rank, 0 the lowest. */
  private double orderStatistic(double[] keys, int rank) {
    int bin = 0;
    int below = 0;
    while (below + counts[bin] <= rank) below += counts[bin++];
    if (sorted == null || sortedBin != bin) {
      sorted = sorted(keys, bin);
      sortedBin = bin;
    }
    return sorted[rank - below];
  }

  private double[] sorted(double[] keys, int bin) {
    double[] inBin = new double[counts[bin]];
    int found = 0;
    for (int j = 0; j < bins.length; j++) {
      if (bins[j] == bin) inBin[found++] = keys[j];
    }
    Arrays.sort(inBin);
    return inBin;
  }
}
