package org.motifworks.core.match;

/** The lower median as Tomtom takes it: the mean of two order statistics. */
final class Median {
  private Median() {}

  /**
   * Mean of sorted[floor(n/2) - 1] and sorted[ceil(n/2) - 1].
   *
   * @param scratch at least as long as {@code values}; overwritten
   */
  static double lower(double[] values, double[] scratch) {
    int n = values.length;
    System.arraycopy(values, 0, scratch, 0, n);
    int low = Math.max(0, n / 2 - 1);
    int high = (n + 1) / 2 - 1;
    double first = select(scratch, n, low);
    return high == low ? first : (first + select(scratch, n, high)) / 2;
  }

  /** The k-th smallest (0-based) of the first n, by Hoare's partition; reorders them. */
  private static double select(double[] a, int n, int k) {
    int left = 0;
    int right = n - 1;
    while (left < right) {
      double pivot = a[(left + right) >>> 1];
      int i = left;
      int j = right;
      while (i <= j) {
        while (a[i] < pivot) i++;
        while (a[j] > pivot) j--;
        if (i <= j) {
          double swapped = a[i];
          a[i++] = a[j];
          a[j--] = swapped;
        }
      }
      if (k <= j) right = j;
      else if (k >= i) left = i;
      else return a[k];
    }
    return a[k];
  }
}
