package org.motifworks.worker.patch;

import org.motifworks.core.architecture.PoolSpec;
import org.motifworks.core.architecture.SamePadding;

/**
 * The sizes of a convolution block of stride 1, up to its pool.
 *
 * @param length positions that go in, and of the feature map
 * @param channels of what goes in, those that fill up a vector included
 * @param filters likewise
 * @param width positions a filter covers
 * @param pool the max-pool; one of 1 for none
 */
public record BlockGeometry(int length, int channels, int filters, int width, PoolSpec pool) {

  private static final int BLOCK = 16; // as RowProducts', which cannot be loaded without vectors
  private static final int LARGEST = 1 << 22; // floats of an array; a worker's heap is small

  /** Positions beyond the start that the first window sees. */
  int left() {
    return SamePadding.of(length, width, 1).left();
  }

  /** Positions of the map after pooling. */
  public int windows() {
    return SamePadding.of(length, pool.size(), pool.stride()).outputLength();
  }

  /** Values that one window of the convolution sees. */
  int depth() {
    return width * channels;
  }

  /** Rows from one sequence of a batch to the next: its own, and zeros on either side. */
  int rows() {
    return length + 2 * border();
  }

  /** Rows of zeros on either side of a sequence: as many as any window could reach over. */
  int border() {
    return width - 1;
  }

  /**
   * Whether moments are cheaper than the engine's way: channels go in that are fewer than the
   * filters, the pool leaves few maxima, this JVM has vectors that they fill, and the arrays are of
   * a sensible size.
   *
   * @param batch sequences at a time
   */
  public boolean suitsMoments(int batch) {
    return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
        && channels % BLOCK == 0
        && filters % BLOCK == 0
        && (2 * width - 1) * channels <= width * filters
        && (4 * windows() <= length || length <= 4)
        && (long) batch * rows() * channels <= LARGEST
        && (long) batch * windows() * filters <= LARGEST;
  }
}
