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
  final double[] columns; // [columns][4]
  final int maxWidth;

  TargetColumns(List<Motif> motifs, PseudoCount pseudoCount, boolean reverseComplements) {
    strands = reverseComplements ? 2 : 1;
    starts = new int[motifs.size() * strands + 1];
    columns = new double[4 * strands * motifs.stream().mapToInt(Motif::width).sum()];
    int target = 0;
    int widest = 0;
    for (Motif motif : motifs) {
      double[] forward = pseudoCount.columns(motif);
      widest = Math.max(widest, motif.width());
      for (int strand = 0; strand < strands; strand++) {
        int at = starts[target] * 4;
        for (int i = 0; i < forward.length; i++) {
          columns[at + i] = strand == 0 ? forward[i] : forward[forward.length - 1 - i];
        }
        starts[target + 1] = starts[target] + motif.width();
        target++;
      }
    }
    maxWidth = widest;
  }

  int targets() {
    return starts.length - 1;
  }

  int width(int target) {
    return starts[target + 1] - starts[target];
  }

  String consensus(int target) {
    return Consensus.of(columns, starts[target], starts[target + 1]);
  }

  /** Number of all columns, both strands. */
  int total() {
    return starts[starts.length - 1];
  }
}
