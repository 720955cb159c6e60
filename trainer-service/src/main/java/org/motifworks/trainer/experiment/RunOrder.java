package org.motifworks.trainer.experiment;

import java.util.Comparator;
import java.util.List;
import org.motifworks.core.architecture.Architecture;
import org.motifworks.core.architecture.ConvolutionBlock;
import org.motifworks.core.architecture.SamePadding;

/**
 * In which order the runs of a trial are started: the longest first, or the experiment ends waiting
 * for it on one core while the others have nothing left to do.
 */
final class RunOrder {

  /** A comparison of a max-pool takes about as long as so many multiply-adds, on a CPU. */
  private static final long POOL_COMPARISON = 30;

  private static final int NUCLEOTIDES = 4;

  private RunOrder() {}

  static List<Architecture> longestFirst(List<Architecture> architectures, int window) {
    return architectures.stream()
        .sorted(Comparator.comparingLong((Architecture a) -> cost(a, window)).reversed())
        .toList();
  }

  /** Multiply-adds of the convolutions of one sequence, pools counted as such. */
  static long cost(Architecture architecture, int window) {
    long cost = 0;
    int length = window;
    long channels = NUCLEOTIDES;
    for (ConvolutionBlock block : architecture.convolutions()) {
      length = SamePadding.of(length, block.span(), block.stride()).outputLength();
      cost += length * channels * block.size() * block.filters();
      channels = block.filters();
      if (block.pool() == null) continue;
      length = SamePadding.of(length, block.pool().size(), block.pool().stride()).outputLength();
      cost += length * channels * block.pool().size() * POOL_COMPARISON;
    }
    return cost;
  }
}
