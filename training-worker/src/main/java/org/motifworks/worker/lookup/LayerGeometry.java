package org.motifworks.worker.lookup;

import org.motifworks.core.architecture.ConvolutionBlock;
import org.motifworks.core.architecture.PoolSpec;
import org.motifworks.core.architecture.SamePadding;

/**
 * The sizes of a first layer.
 *
 * @param length nucleotides that go in
 * @param filters filters, those that fill up a vector included
 * @param width letters a filter covers
 * @param dilation letters between the taps of a filter
 * @param pool the max-pool; one of 1 for none
 */
public record LayerGeometry(int length, int filters, int width, int dilation, PoolSpec pool) {

  /** Letters of a word. */
  static final int WORD = 4;

  /** Words, N being a letter. */
  static final int WORDS = 5 * 5 * 5 * 5;

  private static final int LARGEST = 1 << 22; // floats of an array; a worker's heap is small

  /** The sizes of a block of stride 1 that sequences of {@code length} letters go into. */
  public static LayerGeometry of(ConvolutionBlock block, int length, int filters) {
    PoolSpec pool = block.pool() == null ? PoolSpec.of(1) : block.pool();
    return new LayerGeometry(length, filters, block.size(), block.dilation(), pool);
  }

  /**
   * Whether this JVM has vectors, the filters fill them, and the arrays are of a sensible size.
   *
   * @param batch sequences at a time
   */
  public boolean suitsLookUps(int batch) {
    return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
        && filters % 8 == 0
        && (long) tables() * WORDS * filters <= LARGEST
        && (long) batch * windows() * filters <= LARGEST;
  }

  /** Tables of words that cover a filter. */
  int tables() {
    return (width + WORD - 1) / WORD;
  }

  /** Letters beyond the sequence's start that the first position sees. */
  int leftPadding() {
    return SamePadding.of(length, (width - 1) * dilation + 1, 1).left();
  }

  /** Positions of the map after pooling. */
  public int windows() {
    return SamePadding.of(length, pool.size(), pool.stride()).outputLength();
  }
}
