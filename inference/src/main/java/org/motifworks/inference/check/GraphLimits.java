package org.motifworks.inference.check;

/**
 * Bounds on a graph.
 *
 * @param fileBytes of its file, and so of its constants
 * @param nodes it may have
 * @param computedBytes of tensors that are computed from constants alone
 * @param sequenceBytes of all tensors alive at once while one sequence is computed
 * @param operations multiplications with additions, or values written, for one sequence
 */
public record GraphLimits(
    long fileBytes, int nodes, long computedBytes, long sequenceBytes, long operations) {

  /**
   * Far above what an architecture can be described with here and trained: 128 MiB of weights, 64
   * MiB of feature maps and 10 thousand million operations a sequence.
   */
  public static final GraphLimits DEFAULT =
      new GraphLimits(128L << 20, 5000, 64L << 20, 64L << 20, 10_000_000_000L);

  static final GraphLimits NONE =
      new GraphLimits(
          Long.MAX_VALUE, Integer.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);
}
