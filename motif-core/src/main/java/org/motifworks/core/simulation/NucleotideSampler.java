package org.motifworks.core.simulation;

import java.util.random.RandomGenerator;
import org.motifworks.core.motif.PositionProbabilityMatrix;

/** Draws sites from a motif: each position by its own distribution. */
final class NucleotideSampler {

  private final double[][] cumulative;

  NucleotideSampler(PositionProbabilityMatrix matrix) {
    this.cumulative = new double[matrix.width()][];
    for (int position = 0; position < cumulative.length; position++) {
      cumulative[position] = cumulative(matrix, position);
    }
  }

  int width() {
    return cumulative.length;
  }

  void sample(RandomGenerator random, byte[] tokens, int start) {
    for (int position = 0; position < cumulative.length; position++) {
      double drawn = random.nextDouble();
      byte nucleotide = 0;
      while (drawn >= cumulative[position][nucleotide]) nucleotide++;
      tokens[start + position] = nucleotide;
    }
  }

  private static double[] cumulative(PositionProbabilityMatrix matrix, int position) {
    double[] bounds = new double[4];
    double sum = 0;
    int last = 0;
    for (int nucleotide = 0; nucleotide < 4; nucleotide++) {
      if (matrix.probability(position, nucleotide) > 0) last = nucleotide;
      sum += matrix.probability(position, nucleotide);
      bounds[nucleotide] = sum;
    }
    // A sum rounded below 1 must not open a gap, nor one rounded above give a chance to what has
    // none.
    for (int nucleotide = last; nucleotide < 4; nucleotide++) bounds[nucleotide] = 1;
    return bounds;
  }
}
