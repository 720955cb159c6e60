package org.motifworks.core.match;

import java.util.List;
import org.motifworks.core.motif.Motif;

/**
 * All columns a query is scored against: every motif and, next to it, its reverse complement.
 *
 * <p>Target {@code k} is motif {@code k / strands}, reversed when {@code k % strands} is 1; its
 * columns are {@code [starts[k], starts[k + 1])}.
 */
final class TargetColumns {
  final int strands;
  final int[] starts;

  /** The target that each column belongs to. */
  final int[] owners;

  /** Probabilities after the pseudo-count, shape {@code [4][columns]}. */
  final double[][] columns;

  final int maxWidth;

  /** What the first query's q-values draw. */
  final Bootstrap bootstrap;

  private final String[] consensus;

  TargetColumns(List<Motif> motifs, PseudoCount pseudoCount, boolean reverseComplements) {
    strands = reverseComplements ? 2 : 1;
    starts = new int[motifs.size() * strands + 1];
    int total = strands * motifs.stream().mapToInt(Motif::width).sum();
    owners = new int[total];
    columns = new double[4][total];
    consensus = new String[targets()];
    int target = 0;
    for (Motif motif : motifs) {
      double[] oneStrand = pseudoCount.columns(motif);
      for (int strand = 0; strand < strands; strand++) add(target++, oneStrand, strand == 1);
    }
    maxWidth = motifs.stream().mapToInt(Motif::width).max().orElse(0);
    bootstrap = Bootstrap.ofFirstQuery(targets());
  }

  private void add(int target, double[] forward, boolean reversed) {
    double[] motif = new double[forward.length];
    for (int i = 0; i < motif.length; i++) {
      motif[i] = forward[reversed ? motif.length - 1 - i : i];
      columns[i % 4][starts[target] + i / 4] = motif[i];
      owners[starts[target] + i / 4] = target;
    }
    starts[target + 1] = starts[target] + motif.length / 4;
    consensus[target] = Consensus.of(motif);
  }

  int targets() {
    return starts.length - 1;
  }

  int width(int target) {
    return starts[target + 1] - starts[target];
  }

  String consensus(int target) {
    return consensus[target];
  }

  /** Number of all columns, both strands. */
  int total() {
    return owners.length;
  }
}
