package org.motifworks.core.simulation;

import java.util.random.RandomGenerator;

/** Draws the distances between motifs as the authors' code does. */
final class Spacers {

  private Spacers() {}

  /**
   * Uniform draws normalised to {@code total} and rounded (half to even, as NumPy rounds), drawn
   * again until they sum to {@code total} and none is below {@code minimum}.
   *
   * @param count number of spacers, nt each in the result
   */
  static int[] draw(RandomGenerator random, int count, int total, int minimum) {
    while (true) {
      double[] drawn = new double[count];
      double sum = 0;
      for (int i = 0; i < count; i++) {
        drawn[i] = random.nextDouble();
        sum += drawn[i];
      }
      int[] spacers = new int[count];
      int rounded = 0;
      boolean wide = true;
      for (int i = 0; i < count; i++) {
        spacers[i] = (int) Math.rint(drawn[i] / sum * total);
        rounded += spacers[i];
        wide &= spacers[i] >= minimum;
      }
      if (wide && rounded == total) return spacers;
    }
  }
}
