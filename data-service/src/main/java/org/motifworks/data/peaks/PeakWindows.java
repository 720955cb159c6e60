package org.motifworks.data.peaks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Map;
import java.util.function.Function;
import org.motifworks.core.genome.BinLabels;
import org.motifworks.core.genome.Genome;
import org.motifworks.core.genome.GenomeBins;
import org.motifworks.core.genome.GenomeUnpacker;
import org.motifworks.core.sequence.SequenceFormatException;
import org.motifworks.data.check.Tally;
import org.motifworks.data.source.ImportProgress;
import org.motifworks.data.source.InputFile;
import org.motifworks.data.source.PeaksSource;
import org.motifworks.data.source.SourceProblem;

/**
 * Reads a genome and peak files, and hands on the windows of labelled bins and of chosen negatives.
 *
 * <p>Memory: some MB, and 8 KiB an experiment. Disk, while it works: one byte a nucleotide of the
 * genome, one bit a bin and experiment.
 */
final class PeakWindows {

  private final PeaksSource source;
  private final Map<String, InputFile> inputs;
  private final Function<Genome, BinSplits> splits;
  private final Tally tally;

  /**
   * @param tally counts what is left out or looks odd
   */
  PeakWindows(
      PeaksSource source,
      Map<String, InputFile> inputs,
      Function<Genome, BinSplits> splits,
      Tally tally) {
    this.source = source;
    this.inputs = inputs;
    this.splits = splits;
    this.tally = tally;
  }

  /**
   * Reads all files once.
   *
   * @param folder for what is needed while it works
   */
  void passOn(WindowReceiver receiver, Path folder, ImportProgress progress) throws IOException {
    Path genomeFile = folder.resolve("genome.part");
    Path labelsFile = folder.resolve("labels.part");
    Stages stages = new Stages(progress, inputs.values());
    try (Genome genome = unpack(InputFile.of(inputs, source.genome()), genomeFile, stages)) {
      GenomeBins bins = bins(genome);
      try (BinLabels labels = new BinLabels(labelsFile, bins.count())) {
        passOn(receiver, genome, bins, labels, stages);
      }
    } catch (SequenceFormatException e) {
      throw new SourceProblem(
          e.code(), e.getMessage(), "Put the file right and import it again.", e);
    } finally {
      Files.deleteIfExists(genomeFile);
      Files.deleteIfExists(labelsFile);
    }
  }

  private void passOn(
      WindowReceiver receiver, Genome genome, GenomeBins bins, BinLabels labels, Stages stages)
      throws IOException {
    BinSplits bySplit = splits.apply(genome);
    PeakMarks marks = new PeakMarks(genome, bins, tally, stages);
    for (String name : source.classNames()) {
      labels.add(marks.ofClass(source, name, inputs));
    }
    BitSet blacklist =
        source.blacklist().isPresent()
            ? marks.touched(InputFile.of(inputs, source.blacklist().get()))
            : new BitSet();
    BinWalk walk = new BinWalk(source, genome, bins, bySplit, blacklist);
    BitSet negatives = new BitSet();
    if (source.negatives() == PeaksSource.Negatives.GC) {
      negatives = new GcMatch(source, genome, bins, labels, walk, receiver).choose(tally, stages);
    }
    LabelledWindows windows = new LabelledWindows(source, genome, labels, receiver, tally);
    windows.passOn(walk, negatives, stages);
  }

  private static Genome unpack(InputFile input, Path into, Stages stages) throws IOException {
    Genome genome = GenomeUnpacker.unpack(input.path(), input.name(), into, stages::reading);
    stages.read(input);
    return genome;
  }

  private GenomeBins bins(Genome genome) {
    try {
      return new GenomeBins(genome.chromosomes(), source.bin());
    } catch (IllegalArgumentException e) {
      throw new SourceProblem(
          "source.window", e.getMessage() + " for this genome.", "Choose larger bins.", e);
    }
  }
}
