package org.motifworks.core.motif.io;

import org.motifworks.core.motif.Motif;
import org.motifworks.core.motif.PositionProbabilityMatrix;

/** One number of a motif as it is written, in the digits it was read in where it was read. */
final class Values {
  private Values() {}

  /**
   * The count; of a motif without counts, its probability times its sites where these are known.
   */
  static String count(Motif motif, int position, int nucleotide) {
    return motif
        .counts()
        .map(counts -> Digits.decimal(counts.count(position, nucleotide), 0))
        .orElseGet(() -> estimated(motif, position, nucleotide));
  }

  private static String estimated(Motif motif, int position, int nucleotide) {
    if (motif.sites() == 0) return probability(motif, position, nucleotide);
    double count = motif.matrix().probability(position, nucleotide) * motif.sites();
    // a product has no digits of its own
    return Digits.decimal(Math.rint(count * 1e6) / 1e6, 0);
  }

  /** The probability, six decimals where it was not read from a file. */
  static String probability(Motif motif, int position, int nucleotide) {
    PositionProbabilityMatrix matrix = motif.matrix();
    double p = matrix.printed(position, nucleotide);
    return matrix.isPrinted() ? Digits.decimal(p, 6) : Digits.sixDecimals(p);
  }
}
