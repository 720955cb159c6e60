package org.motifworks.data.scoring;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.motifworks.contracts.http.DuplexExchange;
import org.motifworks.core.genome.Genome;
import org.motifworks.core.sequence.DnaAlphabet;
import org.motifworks.core.sequence.Nucleotide;

/**
 * The cells of a track as FASTA: of each the window around its middle. An id is the chromosome's
 * place among the cells' chromosomes and the cell's start, {@code 3:4800}. A window of N alone is
 * left out, and its cell has no value: there is nothing to score in a gap of the assembly.
 */
final class TrackSequences implements DuplexExchange.Content {

  private static final int BUFFER = 1 << 16;

  private final TrackCells cells;
  private final GenomeWindows windows;
  private volatile long done;

  /**
   * @param source what errors call the regions
   * @param window nt
   */
  TrackSequences(TrackCells cells, String source, Genome genome, int window) {
    this.cells = cells;
    this.windows = new GenomeWindows(genome, source, window);
  }

  /** Cells so far. */
  long done() {
    return done;
  }

  /** Windows that were filled up with N so far. */
  long filledUp() {
    return windows.filledUp();
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    OutputStream fasta = new BufferedOutputStream(out, BUFFER);
    cells.forEach((chromosome, start) -> write(fasta, chromosome, start));
    fasta.flush();
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // by the writing thread alone
  private void write(OutputStream fasta, int chromosome, int start) throws IOException {
    int length = cells.chromosomes().get(chromosome).length();
    long end = Math.min(length, (long) start + cells.stride());
    int from = (int) ((start + end) / 2 - windows.length() / 2);
    byte[] tokens = windows.read(cells.inGenome(chromosome), from);
    if (hasNucleotide(tokens)) {
      String record = ">" + chromosome + ":" + start + "\n" + DnaAlphabet.format(tokens) + "\n";
      fasta.write(record.getBytes(StandardCharsets.US_ASCII));
    }
    done++;
  }

  private static boolean hasNucleotide(byte[] tokens) {
    for (byte token : tokens) if (token != Nucleotide.N) return true;
    return false;
  }
}
