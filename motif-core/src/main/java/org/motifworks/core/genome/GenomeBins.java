package org.motifworks.core.genome;

import java.util.BitSet;
import java.util.List;

/**
 * A genome cut into bins of one size, numbered from 0 through all chromosomes in order; what is
 * left at the end of a chromosome is no bin.
 */
public final class GenomeBins {

  private final int size;
  private final int[] first;

  /**
   * @param size of a bin, nt
   * @throws IllegalArgumentException when there are more than 2^31 of them
   */
  public GenomeBins(List<Chromosome> chromosomes, int size) {
    if (size < 1) throw new IllegalArgumentException("A bin has 1 nt or more, not " + size);
    this.size = size;
    this.first = new int[chromosomes.size() + 1];
    long count = 0;
    for (int i = 0; i < chromosomes.size(); i++) {
      first[i] = (int) count;
      count += chromosomes.get(i).length() / size;
      if (count > Integer.MAX_VALUE) {
        throw new IllegalArgumentException("Bins of " + size + " nt are too many");
      }
    }
    first[chromosomes.size()] = (int) count;
  }

  /** All bins of the genome. */
  public int count() {
    return first[first.length - 1];
  }

  /** nt in a bin. */
  public int size() {
    return size;
  }

  /** The first bin of a chromosome; for one chromosome too many, the number of all bins. */
  public int first(int chromosome) {
    return first[chromosome];
  }

  /** Where a bin of a chromosome begins, 0-based. */
  public int start(int chromosome, int bin) {
    return (bin - first[chromosome]) * size;
  }

  /**
   * Marks the bins of which {@code [start, end)} covers more than half: the rule by which DeepSEA's
   * labels were made (Zhou and Troyanskaya 2015).
   */
  public void markMostlyCovered(int chromosome, int start, int end, BitSet marks) {
    // More than half: 2 * (overlap) > size, so a bin's first and last odd nucleotide count.
    mark(chromosome, start, end, size / 2 + 1, marks);
  }

  /** Marks the bins that share a nucleotide with {@code [start, end)}. */
  public void markTouched(int chromosome, int start, int end, BitSet marks) {
    mark(chromosome, start, end, 1, marks);
  }

  private void mark(int chromosome, int start, int end, int least, BitSet marks) {
    int bins = first[chromosome + 1] - first[chromosome];
    int from = start / size;
    int to = Math.min(bins, (end - 1) / size + 1); // the bin of the last nucleotide, and one more
    if (from < to && overlap(from, start, end) < least) from++;
    if (from < to && overlap(to - 1, start, end) < least) to--;
    if (from < to) marks.set(first[chromosome] + from, first[chromosome] + to);
  }

  private int overlap(int bin, int start, int end) {
    long binEnd = (bin + 1L) * size;
    return (int) (Math.min(end, binEnd) - Math.max(start, bin * size));
  }
}
