package org.motifworks.core.architecture;

import java.util.ArrayList;
import java.util.List;

/**
 * A convolution layer whose filters can be read as motifs: no layer before it pooled or strode, so
 * that one output position stands for one fixed window of the sequence. The first layer always is
 * one.
 *
 * @param number of the layer, 1-based
 * @param filters how many it has
 * @param receptiveField nucleotides the window has: the width of the layer's motifs
 * @param leftPad the window under output position p begins at nucleotide {@code p × stride -
 *     leftPad} (0-based; negative within the padding)
 * @param stride of the layer itself
 * @param length output positions, before the layer's own pool
 */
public record MotifLayer(
    int number, int filters, int receptiveField, int leftPad, int stride, int length) {

  /** The layers of an architecture over {@code window} nt that can, in order; never empty. */
  public static List<MotifLayer> of(Architecture architecture, int window) {
    List<MotifLayer> layers = new ArrayList<>();
    int field = 1;
    int left = 0;
    for (ConvolutionBlock block : architecture.convolutions()) {
      SamePadding padding = SamePadding.of(window, block.span(), block.stride());
      field += block.span() - 1;
      left += padding.left();
      layers.add(
          new MotifLayer(
              layers.size() + 1,
              block.filters(),
              field,
              left,
              block.stride(),
              padding.outputLength()));
      if (block.pool() != null || block.stride() > 1) break;
    }
    return List.copyOf(layers);
  }
}
