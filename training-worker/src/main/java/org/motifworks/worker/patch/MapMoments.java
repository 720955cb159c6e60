package org.motifworks.worker.patch;

import static org.motifworks.worker.patch.RowProducts.LANES;

import jdk.incubator.vector.FloatVector;

/**
 * The moments of a convolution's patches in {@link PaddedMaps}, for a fraction of the products of
 * all patches: the products of two positions depend on how far they lie apart, so that they are
 * summed once for each distance. A window's column does not see the positions nearest to the far
 * end, which are taken off again.
 */
final class MapMoments {

  private static final int STRETCH = 192; // rows that are summed in single precision

  private final BlockGeometry geometry;
  private final int channels;
  private final LagProducts all;
  private final LagProducts[] head; // of the positions that begin a sequence
  private final LagProducts[] tail; // of those that end it, the last first

  MapMoments(BlockGeometry geometry) {
    this.geometry = geometry;
    channels = geometry.channels();
    all = new LagProducts(channels, geometry.depth());
    tail = lags(geometry.left());
    head = lags(geometry.border() - geometry.left());
  }

  private LagProducts[] lags(int count) {
    LagProducts[] lags = new LagProducts[count];
    for (int i = 0; i < count; i++) {
      lags[i] = new LagProducts(channels, geometry.depth());
    }
    return lags;
  }

  PatchMoments of(PaddedMaps maps, int count) {
    float[] values = maps.values();
    int sequence = geometry.rows() * channels;
    sum(all, values, 0, channels, count * geometry.rows());
    for (int i = 0; i < head.length; i++) {
      sum(head[i], values, maps.at(0, i), sequence, count);
    }
    for (int i = 0; i < tail.length; i++) {
      sum(tail[i], values, maps.at(0, geometry.length() - 1 - i), sequence, count);
    }
    double[] sums = sums(maps, count);
    double[] products = new double[sums.length * sums.length];
    for (int first = 0; first < geometry.width(); first++) {
      for (int second = first; second < geometry.width(); second++) {
        products(first, second, products);
      }
    }
    return new PatchMoments((long) count * geometry.length(), sums, products);
  }

  private static void sum(LagProducts lags, float[] values, int at, int step, int rows) {
    lags.clear();
    lags.add(values, at, step, rows);
  }

  /** Sums of what each column of the windows sees: all positions but those it does not. */
  private double[] sums(PaddedMaps maps, int count) {
    int sequence = geometry.rows() * channels;
    double[] whole = sum(maps.values(), 0, channels, count * geometry.rows());
    double[] sums = new double[geometry.depth()];
    for (int column = 0; column < geometry.width(); column++) {
      System.arraycopy(whole, 0, sums, column * channels, channels);
    }
    for (int i = 0; i < head.length; i++) {
      double[] unseen = sum(maps.values(), maps.at(0, i), sequence, count);
      for (int column = geometry.left() + i + 1; column < geometry.width(); column++) {
        takeOff(unseen, sums, column);
      }
    }
    for (int i = 0; i < tail.length; i++) {
      int at = maps.at(0, geometry.length() - 1 - i);
      double[] unseen = sum(maps.values(), at, sequence, count);
      for (int column = 0; column < geometry.left() - i; column++) {
        takeOff(unseen, sums, column);
      }
    }
    return sums;
  }

  private void takeOff(double[] unseen, double[] sums, int column) {
    for (int c = 0; c < channels; c++) {
      sums[column * channels + c] -= unseen[c];
    }
  }

  /** Sums of channels over rows that begin {@code step} floats apart. */
  private double[] sum(float[] values, int at, int step, int rows) {
    double[] sums = new double[channels];
    float[] lanes = new float[LANES.length()];
    for (int c = 0; c < channels; c += lanes.length) {
      for (int first = 0; first < rows; first += STRETCH) {
        FloatVector part = FloatVector.zero(LANES);
        int end = Math.min(rows, first + STRETCH);
        for (int r = first; r < end; r++) {
          part = part.add(FloatVector.fromArray(LANES, values, at + r * step + c));
        }
        part.intoArray(lanes, 0);
        for (int i = 0; i < lanes.length; i++) {
          sums[c + i] += lanes[i];
        }
      }
    }
    return sums;
  }

  private void products(int first, int second, double[] products) {
    int lag = (second - first) * channels;
    int depth = geometry.depth();
    for (int c = 0; c < channels; c++) {
      for (int other = 0; other < channels; other++) {
        double product = all.product(c, lag + other);
        for (int i = 0; i < first - geometry.left(); i++) {
          product -= head[i].product(c, lag + other);
        }
        for (int i = 0; i < geometry.left() - first; i++) {
          product -= tail[i].product(c, lag + other);
        }
        int one = first * channels + c;
        int two = second * channels + other;
        products[one * depth + two] = product;
        products[two * depth + one] = product;
      }
    }
  }
}
