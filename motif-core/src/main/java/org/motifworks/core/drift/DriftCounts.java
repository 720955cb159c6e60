package org.motifworks.core.drift;

import java.util.Arrays;

/**
 * What was seen of sequences and their scores: counts of {@link Kmers}, and of each class a
 * histogram of probabilities in {@link #BINS} bins of equal width. Two such, one of training and
 * one of later, tell drift. For one thread at a time.
 */
public final class DriftCounts {

  /** Bins of a class's probabilities from 0 to 1. */
  public static final int BINS = 20;

  private final double[] kmers;
  private final double[][] scores;

  /** Nothing seen yet. */
  public DriftCounts(int classes) {
    this(new double[Kmers.KINDS], new double[classes][BINS]);
  }

  private DriftCounts(double[] kmers, double[][] scores) {
    this.kmers = kmers;
    this.scores = scores;
  }

  /**
   * Counts that were kept.
   *
   * @param kmers shape {@code [Kmers.KINDS]}
   * @param scores shape {@code [classes, BINS]}
   * @throws IllegalArgumentException when the shapes are others
   */
  public static DriftCounts of(double[] kmers, double[][] scores) {
    if (kmers.length != Kmers.KINDS) {
      throw new IllegalArgumentException(
          kmers.length + " k-mers were counted, there are " + Kmers.KINDS);
    }
    for (double[] histogram : scores) {
      if (histogram.length != BINS) {
        throw new IllegalArgumentException("a histogram of " + histogram.length + " bins");
      }
    }
    return new DriftCounts(
        kmers.clone(), Arrays.stream(scores).map(double[]::clone).toArray(double[][]::new));
  }

  /** Counts the k-mers of a sequence of tokens A C G T N = 0..4. */
  public void addSequence(byte[] tokens) {
    Kmers.count(tokens, kmers);
  }

  /**
   * Counts the probabilities of a sequence.
   *
   * @param probabilities those of its classes begin at {@code offset}; NaN counts as 0
   */
  public void addScores(float[] probabilities, int offset) {
    for (int c = 0; c < scores.length; c++) {
      int bin = (int) (probabilities[offset + c] * BINS);
      scores[c][Math.max(0, Math.min(bin, BINS - 1))]++;
    }
  }

  /** Halves every count: what was seen long ago counts less and less. */
  public void halve() {
    halve(kmers);
    for (double[] histogram : scores) halve(histogram);
  }

  /** Whether a k-mer was seen, without which there is nothing to compare. */
  public boolean hasKmers() {
    return Arrays.stream(kmers).anyMatch(count -> count > 0);
  }

  /** Divergence of the k-mers from another's in bits, 0 to 1. */
  public double kmerDivergence(DriftCounts other) {
    return JensenShannonDivergence.bits(kmers, other.kmers);
  }

  /** Divergence of the probabilities from another's in bits, 0 to 1: the largest of all classes. */
  public double scoreDivergence(DriftCounts other) {
    double largest = 0;
    for (int c = 0; c < scores.length; c++) {
      largest = Math.max(largest, JensenShannonDivergence.bits(scores[c], other.scores[c]));
    }
    return largest;
  }

  /** A copy of the k-mer counts, {@code [Kmers.KINDS]}. */
  public double[] kmers() {
    return kmers.clone();
  }

  /** A copy of a class's histogram, {@code [BINS]}. */
  public double[] scores(int classIndex) {
    return scores[classIndex].clone();
  }

  private static void halve(double[] counts) {
    for (int i = 0; i < counts.length; i++) counts[i] /= 2;
  }
}
