package org.motifworks.core.match;

import org.motifworks.core.motif.Background;
import org.motifworks.core.motif.Motif;

/**
 * Tomtom's pseudo-count: (p n + c b) / (n + c), n the motif's sites, b the background averaged over
 * both strands.
 */
final class PseudoCount {
  private static final double TINY = 5e-7;
  private static final int SITES_WHEN_UNKNOWN = 20;

  private final double count;
  private final double[] background = new double[4];

  PseudoCount(double count, Background background) {
    this.count = count;
    double sum = 0;
    for (int k = 0; k < 4; k++) {
      double bothStrands = (background.frequency(k) + background.frequency(3 - k)) / 2;
      this.background[k] = bothStrands + TINY;
      sum += this.background[k];
    }
    for (int k = 0; k < 4; k++) this.background[k] /= sum;
  }

  /** The motif's columns one after the other, four values each. */
  double[] columns(Motif motif) {
    double sites = motif.sites() == 0 ? SITES_WHEN_UNKNOWN : motif.sites();
    double[] columns = new double[motif.width() * 4];
    for (int i = 0; i < columns.length; i++) {
      double p = motif.matrix().probability(i / 4, i % 4);
      columns[i] = count == 0 ? p : (p * sites + count * background[i % 4]) / (sites + count);
    }
    return columns;
  }
}
