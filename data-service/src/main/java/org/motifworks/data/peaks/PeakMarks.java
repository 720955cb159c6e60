package org.motifworks.data.peaks;

import java.io.IOException;
import java.nio.file.Files;
import java.util.BitSet;
import java.util.Map;
import java.util.OptionalInt;
import org.motifworks.core.genome.BedReader;
import org.motifworks.core.genome.Genome;
import org.motifworks.core.genome.GenomeBins;
import org.motifworks.data.check.Tally;
import org.motifworks.data.source.InputFile;
import org.motifworks.data.source.PeakFile;
import org.motifworks.data.source.PeaksSource;
import org.motifworks.data.source.SourceProblem;

/** From intervals in files to marked bins. */
final class PeakMarks {

  private final Genome genome;
  private final GenomeBins bins;
  private final Tally tally;
  private final Stages stages;

  PeakMarks(Genome genome, GenomeBins bins, Tally tally, Stages stages) {
    this.genome = genome;
    this.bins = bins;
    this.tally = tally;
    this.stages = stages;
  }

  /** The bins that a peak of the class covers by more than half. */
  BitSet ofClass(PeaksSource source, String name, Map<String, InputFile> inputs)
      throws IOException {
    BitSet positives = new BitSet(bins.count());
    for (PeakFile file : source.peaks()) {
      if (!file.name().equals(name)) continue;
      InputFile input = InputFile.of(inputs, file.file());
      read(input, (chromosome, start, end) -> mark(chromosome, start, end, positives));
    }
    return positives;
  }

  /** The bins that any interval of the file touches. */
  BitSet touched(InputFile input) throws IOException {
    BitSet touched = new BitSet(bins.count());
    read(input, (chromosome, start, end) -> bins.markTouched(chromosome, start, end, touched));
    return touched;
  }

  private void mark(int chromosome, int start, int end, BitSet positives) {
    bins.markMostlyCovered(chromosome, start, end, positives);
  }

  private interface OnChromosome {
    void interval(int chromosome, int start, int end);
  }

  private void read(InputFile input, OnChromosome receiver) throws IOException {
    long[] placed = {0};
    long[] lines = {0};
    String[] unknown = {""};
    BedReader.read(
        Files.newInputStream(input.path()),
        input.name(),
        (name, start, end, line) -> {
          if (++lines[0] % 1024 == 0) stages.reading(0); // so that it can be stopped
          OptionalInt chromosome = genome.indexOf(name);
          if (chromosome.isEmpty()) {
            unknown[0] = name;
            tally.count(
                "peaks.unknown-chromosome",
                "Intervals on chromosomes that the genome does not have; first: "
                    + name
                    + " in "
                    + input.name()
                    + " line "
                    + line
                    + ".");
            return;
          }
          placed[0]++;
          int at = chromosome.getAsInt();
          receiver.interval(at, start(input, at, start, line), end(input, at, end, line));
        });
    if (placed[0] == 0) throw noChromosome(input, unknown[0]);
    stages.read(input);
  }

  private int start(InputFile input, int chromosome, long start, long line) {
    int length = genome.chromosomes().get(chromosome).length();
    if (start < length) return (int) start;
    throw new SourceProblem(
        "peaks.off-chromosome",
        input.name()
            + " line "
            + line
            + ": the interval begins at "
            + start
            + ", but "
            + genome.chromosomes().get(chromosome).name()
            + " has "
            + length
            + " nt.",
        "See that peaks and genome are of the same assembly (hg19, hg38, ...).");
  }

  private int end(InputFile input, int chromosome, long end, long line) {
    int length = genome.chromosomes().get(chromosome).length();
    if (end <= length) return (int) end;
    tally.count(
        "peaks.past-chromosome-end",
        "Intervals that end past their chromosome were cut there; first: "
            + input.name()
            + " line "
            + line
            + ".");
    return length;
  }

  private SourceProblem noChromosome(InputFile input, String unknown) {
    return new SourceProblem(
        "peaks.no-chromosome",
        "No interval of "
            + input.name()
            + " is on a chromosome of the genome: it says '"
            + unknown
            + "', the genome '"
            + genome.chromosomes().get(0).name()
            + "'.",
        "See that peaks and genome are of the same species and assembly.");
  }
}
