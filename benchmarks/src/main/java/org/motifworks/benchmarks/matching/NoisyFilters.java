package org.motifworks.benchmarks.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.motifworks.core.motif.Motif;
import org.motifworks.core.motif.PositionProbabilityMatrix;

/** Queries like the filters of a trained network: 19 columns of noise with a motif in them. */
final class NoisyFilters {
  private static final int WIDTH = 19;
  private static final double SHARE_OF_MOTIF = 0.8;
  private static final long SEED = 1;

  private NoisyFilters() {}

  static List<Motif> of(int count, List<Motif> motifs) {
    Random random = new Random(SEED);
    List<Motif> filters = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Motif hidden = motifs.get(random.nextInt(motifs.size()));
      int at = random.nextInt(Math.max(1, WIDTH - hidden.width() + 1));
      double[][] columns = new double[WIDTH][];
      for (int column = 0; column < WIDTH; column++) {
        columns[column] = noise(random);
        int position = column - at;
        if (position < 0 || position >= hidden.width()) continue;
        for (int k = 0; k < 4; k++) {
          columns[column][k] =
              SHARE_OF_MOTIF * hidden.matrix().probability(position, k)
                  + (1 - SHARE_OF_MOTIF) * columns[column][k];
        }
      }
      int sites = 100 + random.nextInt(300);
      filters.add(new Motif("filter" + i, "", PositionProbabilityMatrix.of(columns), sites));
    }
    return filters;
  }

  private static double[] noise(Random random) {
    double[] column = new double[4];
    double sum = 0;
    for (int k = 0; k < 4; k++) sum += column[k] = 0.05 + random.nextDouble();
    for (int k = 0; k < 4; k++) column[k] /= sum;
    return column;
  }
}
