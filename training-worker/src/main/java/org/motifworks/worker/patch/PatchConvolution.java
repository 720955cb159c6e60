package org.motifworks.worker.patch;

/**
 * A convolution and its max-pool over a batch, forward and backward, that keeps maxima alone. What
 * goes in is given beforehand and not to be changed until the way back is done. For one thread.
 */
public interface PatchConvolution {

  /** The filters as last loaded. */
  FilterMatrix filters();

  /**
   * Convolves and pools.
   *
   * @param weights {@code [filters, channels, width]}
   * @param count sequences of the batch
   */
  void scan(float[] weights, int count);

  /** The maxima, {@code [count, windows, filters]}; the array may be longer. */
  float[] maxima();

  /** Maxima of a sequence: windows × filters. */
  int pooledSize();

  /** Moments of the batch's patches. */
  PatchMoments moments();

  /**
   * The gradient of the weights, {@code [filters, depth]}, by a gradient at the maxima alone.
   *
   * @param atMaxima {@code [count, windows, filters]}
   */
  float[] weightGradient(float[] atMaxima);
}
