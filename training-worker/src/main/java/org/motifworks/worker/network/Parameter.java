package org.motifworks.worker.network;

/**
 * One tensor of a network.
 *
 * @param name such as {@code conv1.weight}; the file name of its .npy
 * @param role what it is for
 * @param shape convolution weights {@code [filters, channels, size]}, dense weights {@code [units,
 *     inputs]}, all others {@code [channels]}
 * @param fanIn inputs of one sum; 0 unless a weight
 * @param fanOut sums one input reaches; 0 unless a weight
 */
public record Parameter(String name, Role role, Dimensions shape, int fanIn, int fanOut) {

  /** What a tensor is for. */
  public enum Role {
    /** Trained, and pulled to zero by the L2 penalty. */
    WEIGHT,
    /** Trained, starts at 0. */
    BIAS,
    /** Batch norm's gamma: trained, starts at 1. */
    SCALE,
    /** Batch norm's beta: trained, starts at 0. */
    SHIFT,
    /** Batch norm's running mean: tracked, starts at 0. */
    MEAN,
    /** Batch norm's running variance: tracked, starts at 1. */
    VARIANCE;

    /** Whether the optimiser changes it. */
    public boolean trained() {
      return this != MEAN && this != VARIANCE;
    }
  }

  /** Number of values. */
  public int size() {
    return shape.size();
  }
}
