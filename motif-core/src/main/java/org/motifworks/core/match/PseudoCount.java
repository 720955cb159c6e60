package org.motifworks.core.match;

import org.motifworks.core.motif.Background;
import org.motifworks.core.motif.Motif;

/**
 * Tomtom's pseudo-count: (p n + c b) / (n + c), n the motif's whole sites, b the background
 * averaged over both strands.
 *
 * <p>Its order of rounding is kept: by {@code pearson}, what is left of a flat column is nothing
 * but rounding.
 */
final class PseudoCount {
  private static final double TINY = 5e-7;
  private static final int SITES_WHEN_UNKNOWN = 20;

  private final double count;
  private final double[] background = new double[4];

  private PseudoCount(double count, Background background, int readings) {
    this.count = count;
    for (int k = 0; k < 4; k++) this.background[k] = background.frequency(k);
    normalize(this.background);
    for (int i = 0; i < readings; i++) averageAndRaise(this.background);
  }

  /** Of query motifs, whose background the reference prepares twice. */
  static PseudoCount ofQueries(MatchSettings settings) {
    return new PseudoCount(settings.pseudoCount(), settings.background(), 2);
  }

  /** Of target motifs: once more, over the one prepared for the queries. */
  static PseudoCount ofTargets(double count, Background background) {
    return new PseudoCount(count, background, 3);
  }

  private static void averageAndRaise(double[] background) {
    for (int k = 0; k < 2; k++) {
      double bothStrands = (background[k] + background[3 - k]) / 2;
      background[k] = bothStrands;
      background[3 - k] = bothStrands;
    }
    double sum = 4 * TINY;
    for (double frequency : background) sum += frequency;
    for (int k = 0; k < 4; k++) background[k] = (background[k] + TINY) / sum;
    normalize(background);
  }

  private static void normalize(double[] background) {
    double sum = 0;
    for (double frequency : background) sum += frequency;
    for (int k = 0; k < 4; k++) background[k] /= sum;
  }

  /** The motif's columns one after the other, four values each. */
  double[] columns(Motif motif) {
    double sites = wholeSites(motif.sites());
    double[] columns = new double[motif.width() * 4];
    for (int i = 0; i < columns.length; i++) {
      double p = motif.matrix().probability(i / 4, i % 4);
      columns[i] = count == 0 ? p : (p * sites + count * background[i % 4]) / (sites + count);
    }
    return columns;
  }

  /** The reference drops the fraction, and fails on less than one site. */
  private static double wholeSites(double sites) {
    if (sites == 0) return SITES_WHEN_UNKNOWN;
    return sites < 1 ? sites : Math.floor(sites);
  }
}
