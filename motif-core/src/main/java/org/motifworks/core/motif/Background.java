package org.motifworks.core.motif;

/**
 * How often each nucleotide occurs outside motifs; the four sum to 1 within 0.1 % (files print few
 * digits).
 */
public record Background(double a, double c, double g, double t) {
  /** Every nucleotide a quarter. */
  public static final Background UNIFORM = new Background(0.25, 0.25, 0.25, 0.25);

  /** How far the sum may be from 1. */
  public static final double SUM_TOLERANCE = 1e-3;

  public Background {
    boolean positive = a >= 0 && c >= 0 && g >= 0 && t >= 0;
    if (!positive || !(Math.abs(a + c + g + t - 1) <= SUM_TOLERANCE)) {
      throw new IllegalArgumentException(
          "Background frequencies must sum to 1: " + a + " " + c + " " + g + " " + t);
    }
  }

  /** Frequency of a nucleotide (A C G T = 0..3). */
  public double frequency(int nucleotide) {
    switch (nucleotide) {
      case 0:
        return a;
      case 1:
        return c;
      case 2:
        return g;
      case 3:
        return t;
      default:
        throw new IndexOutOfBoundsException("Nucleotide " + nucleotide);
    }
  }
}
