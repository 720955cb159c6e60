package org.motifworks.data.scoring;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import org.motifworks.contracts.http.DuplexExchange;
import org.motifworks.core.genome.BedReader;
import org.motifworks.core.genome.Chromosome;
import org.motifworks.core.genome.Genome;
import org.motifworks.core.sequence.DnaAlphabet;
import org.motifworks.core.sequence.Nucleotide;
import org.motifworks.core.sequence.SequenceFormatException;

/**
 * Regions of a genome as FASTA: of each the window around its middle, in the order of the file. An
 * id is the window's place, {@code chr8:800-1000}, 0-based and half-open; what of it lies off the
 * chromosome is N, and its place then begins below zero or ends beyond the chromosome.
 */
final class RegionSequences implements DuplexExchange.Content {

  private static final int BUFFER = 1 << 16;

  private final InputStream regions;
  private final String source;
  private final Genome genome;
  private final byte[] window;
  private final AtomicLong filledUp = new AtomicLong();

  /**
   * @param regions BED, closed when it was read
   * @param source what errors call it
   * @param window nt
   */
  RegionSequences(InputStream regions, String source, Genome genome, int window) {
    this.regions = regions;
    this.source = source;
    this.genome = genome;
    this.window = new byte[window];
  }

  /** Windows that were filled up with N so far. */
  long filledUp() {
    return filledUp.get();
  }

  /**
   * Writes all of them.
   *
   * @throws SequenceFormatException what {@link BedReader#read} throws; {@code bed.off-genome}
   */
  @Override
  public void writeTo(OutputStream out) throws IOException {
    OutputStream fasta = new BufferedOutputStream(out, BUFFER);
    BedReader.read(
        regions, source, (name, start, end, line) -> write(fasta, name, start, end, line));
    fasta.flush();
  }

  private void write(OutputStream fasta, String name, long start, long end, long line)
      throws IOException {
    OptionalInt index = genome.indexOf(name);
    if (index.isEmpty()) throw offGenome(line, "There is no chromosome " + name + " in the genome");
    Chromosome chromosome = genome.chromosomes().get(index.getAsInt());
    if (end > chromosome.length()) {
      String length = chromosome.name() + " is " + chromosome.length() + " nt long in the genome";
      throw offGenome(line, "The region ends at " + end + ", and " + length);
    }
    int from = (int) ((start + end) / 2 - window.length / 2);
    read(index.getAsInt(), chromosome, from);
    String id = chromosome.name() + ":" + from + "-" + (from + window.length);
    String record = ">" + id + "\n" + DnaAlphabet.format(window) + "\n";
    fasta.write(record.getBytes(StandardCharsets.US_ASCII));
  }

  private void read(int index, Chromosome chromosome, int from) throws IOException {
    int first = Math.max(0, from);
    int last = Math.min(chromosome.length(), from + window.length);
    if (last - first == window.length) {
      genome.read(index, first, window);
      return;
    }
    filledUp.incrementAndGet();
    byte[] part = new byte[last - first];
    genome.read(index, first, part);
    Arrays.fill(window, Nucleotide.N);
    System.arraycopy(part, 0, window, first - from, part.length);
  }

  private SequenceFormatException offGenome(long line, String detail) {
    return new SequenceFormatException(
        "bed.off-genome", source, line, 0, "", detail + ": is it the genome of these regions?");
  }
}
