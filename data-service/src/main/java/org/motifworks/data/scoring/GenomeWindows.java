package org.motifworks.data.scoring;

import java.io.IOException;
import java.util.Arrays;
import java.util.OptionalInt;
import org.motifworks.core.genome.Chromosome;
import org.motifworks.core.genome.Genome;
import org.motifworks.core.sequence.Nucleotide;
import org.motifworks.core.sequence.SequenceFormatException;

/**
 * Windows of one length of a genome, also such as reach off a chromosome: what is there is N. For
 * one thread, but for its count.
 */
final class GenomeWindows {

  private final Genome genome;
  private final String source;
  private final byte[] window;
  private volatile long filledUp;

  /**
   * @param source what errors call the file of the regions
   * @param length nt
   */
  GenomeWindows(Genome genome, String source, int length) {
    this.genome = genome;
    this.source = source;
    this.window = new byte[length];
  }

  int length() {
    return window.length;
  }

  Chromosome chromosome(int index) {
    return genome.chromosomes().get(index);
  }

  /** Windows that were filled up with N so far. */
  long filledUp() {
    return filledUp;
  }

  /**
   * The chromosome that a region is on.
   *
   * @throws SequenceFormatException {@code bed.off-genome}
   */
  int indexOf(String name, long end, long line) {
    OptionalInt index = genome.indexOf(name);
    if (index.isEmpty()) throw offGenome(line, "There is no chromosome " + name + " in the genome");
    Chromosome chromosome = chromosome(index.getAsInt());
    if (end > chromosome.length()) {
      String length = chromosome.name() + " is " + chromosome.length() + " nt long in the genome";
      throw offGenome(line, "The region ends at " + end + ", and " + length);
    }
    return index.getAsInt();
  }

  /**
   * The tokens of a window that begins at {@code from}; the array is the next one's too.
   *
   * @param from 0-based; negative where it begins off the chromosome
   */
  @SuppressWarnings("NonAtomicVolatileUpdate") // by the reading thread alone
  byte[] read(int index, int from) throws IOException {
    int first = Math.max(0, from);
    int last = (int) Math.min(chromosome(index).length(), (long) from + window.length);
    if (last - first == window.length) {
      genome.read(index, first, window);
      return window;
    }
    filledUp++;
    byte[] part = new byte[last - first];
    genome.read(index, first, part);
    Arrays.fill(window, Nucleotide.N);
    System.arraycopy(part, 0, window, first - from, part.length);
    return window;
  }

  private SequenceFormatException offGenome(long line, String detail) {
    return new SequenceFormatException(
        "bed.off-genome", source, line, 0, "", detail + ": is it the genome of these regions?");
  }
}
