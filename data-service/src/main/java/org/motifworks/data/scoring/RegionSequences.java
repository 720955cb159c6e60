package org.motifworks.data.scoring;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.motifworks.contracts.http.DuplexExchange;
import org.motifworks.core.genome.BedReader;
import org.motifworks.core.genome.Genome;
import org.motifworks.core.sequence.DnaAlphabet;
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
  private final GenomeWindows windows;

  /**
   * @param regions BED, closed when it was read
   * @param source what errors call it
   * @param window nt
   */
  RegionSequences(InputStream regions, String source, Genome genome, int window) {
    this.regions = regions;
    this.source = source;
    this.windows = new GenomeWindows(genome, source, window);
  }

  /** Windows that were filled up with N so far. */
  long filledUp() {
    return windows.filledUp();
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
    int index = windows.indexOf(name, end, line);
    int from = (int) ((start + end) / 2 - windows.length() / 2);
    String place = windows.chromosome(index).name() + ":" + from + "-" + (from + windows.length());
    String letters = DnaAlphabet.format(windows.read(index, from));
    fasta.write((">" + place + "\n" + letters + "\n").getBytes(StandardCharsets.US_ASCII));
  }
}
