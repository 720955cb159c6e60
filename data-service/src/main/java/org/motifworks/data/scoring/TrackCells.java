package org.motifworks.data.scoring;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.motifworks.core.genome.BedReader;
import org.motifworks.core.genome.Chromosome;
import org.motifworks.core.genome.Genome;
import org.motifworks.core.sequence.SequenceFormatException;

/**
 * The cells of a genome that regions touch, each once and in the order of a track: chromosomes by
 * the bytes of their names, and along each. A cell is as wide as the stride, counted from the
 * chromosome's beginning, so that it is the same whichever region touches it.
 */
final class TrackCells {

  /** Of which the places are in memory, 8 bytes each. */
  static final int MOST_REGIONS = 10_000_000;

  private final List<Chromosome> chromosomes;
  private final int[] inGenome;
  private final long[][] regions;
  private final int stride;
  private final long count;

  private TrackCells(Genome genome, long[][] regions, int stride) {
    Integer[] order = new Integer[regions.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        Comparator.comparing(
            i -> genome.chromosomes().get(i).name().getBytes(StandardCharsets.UTF_8),
            Arrays::compareUnsigned));
    this.chromosomes = new ArrayList<>();
    for (int i : order) chromosomes.add(genome.chromosomes().get(i));
    this.inGenome = Arrays.stream(order).mapToInt(i -> i).toArray();
    this.regions = regions;
    this.stride = stride;
    long[] cells = new long[1];
    try {
      forEach((chromosome, start) -> cells[0]++);
    } catch (IOException e) {
      throw new IllegalStateException(e); // counting does no such thing
    }
    this.count = cells[0];
  }

  /** Takes a cell. */
  @FunctionalInterface
  interface Receiver {

    /**
     * @param chromosome its place among {@link #chromosomes}
     * @param start 0-based, a multiple of the stride
     */
    void cell(int chromosome, int start) throws IOException;
  }

  /**
   * Reads the regions.
   *
   * @param bed closed when it was read
   * @param source what errors call it
   * @param stride nt
   * @throws SequenceFormatException what {@link BedReader#read} throws; {@code bed.off-genome},
   *     {@code bed.too-many}
   */
  static TrackCells read(InputStream bed, String source, Genome genome, int stride)
      throws IOException {
    GenomeWindows windows = new GenomeWindows(genome, source, 0);
    long[][] regions = new long[genome.chromosomes().size()][];
    int[] counts = new int[regions.length];
    long[] all = new long[1];
    BedReader.read(
        bed,
        source,
        (name, start, end, line) -> {
          int index = windows.indexOf(name, end, line);
          if (++all[0] > MOST_REGIONS) throw tooMany(source, line);
          long[] there = regions[index] == null ? new long[16] : regions[index];
          if (counts[index] == there.length) there = Arrays.copyOf(there, 2 * there.length);
          there[counts[index]++] = start << 32 | end;
          regions[index] = there;
        });
    for (int i = 0; i < regions.length; i++) {
      regions[i] = regions[i] == null ? new long[0] : Arrays.copyOf(regions[i], counts[i]);
      Arrays.sort(regions[i]);
    }
    return new TrackCells(genome, regions, stride);
  }

  /** All of the genome, in the order of a track. */
  List<Chromosome> chromosomes() {
    return chromosomes;
  }

  /** The place in the genome of one of {@link #chromosomes}. */
  int inGenome(int chromosome) {
    return inGenome[chromosome];
  }

  int stride() {
    return stride;
  }

  /** How many cells there are. */
  long count() {
    return count;
  }

  /** Hands on all of them. */
  void forEach(Receiver receiver) throws IOException {
    for (int chromosome = 0; chromosome < inGenome.length; chromosome++) {
      long next = 0;
      for (long region : regions[inGenome[chromosome]]) {
        long end = region & 0xffffffffL;
        long start = (region >>> 32) / stride * stride;
        for (next = Math.max(next, start); next < end; next += stride) {
          receiver.cell(chromosome, (int) next);
        }
      }
    }
  }

  private static SequenceFormatException tooMany(String source, long line) {
    return new SequenceFormatException(
        "bed.too-many",
        source,
        line,
        0,
        "",
        "There are more than " + MOST_REGIONS + " regions: merge those that touch.");
  }
}
