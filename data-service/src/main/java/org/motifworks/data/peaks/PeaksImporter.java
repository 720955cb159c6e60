package org.motifworks.data.peaks;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Map;
import org.motifworks.core.dataset.DatasetDescription;
import org.motifworks.core.dataset.DatasetLayout;
import org.motifworks.core.dataset.DatasetWriter;
import org.motifworks.core.genome.BinLabels;
import org.motifworks.core.genome.Genome;
import org.motifworks.core.genome.GenomeBins;
import org.motifworks.core.genome.GenomeUnpacker;
import org.motifworks.core.sequence.SequenceFormatException;
import org.motifworks.data.check.ClassBalance;
import org.motifworks.data.check.Tally;
import org.motifworks.data.source.ImportProgress;
import org.motifworks.data.source.Importer;
import org.motifworks.data.source.InputFile;
import org.motifworks.data.source.PeaksSource;
import org.motifworks.data.source.Provenance;
import org.motifworks.data.source.SourceProblem;

/**
 * Makes a dataset of a genome and peak files.
 *
 * <p>Memory: some MB, and 8 KiB an experiment. Disk, while it works: one byte a nucleotide of the
 * genome, one bit a bin and experiment.
 */
@Singleton
public final class PeaksImporter implements Importer<PeaksSource> {

  @Override
  public Class<PeaksSource> source() {
    return PeaksSource.class;
  }

  @Override
  public DatasetDescription run(
      PeaksSource source, Map<String, InputFile> inputs, Path folder, ImportProgress progress)
      throws IOException {
    Path genomeFile = folder.resolve("genome.part");
    Path labelsFile = folder.resolve("labels.part");
    Stages stages = new Stages(progress, inputs.values());
    try (Genome genome = unpack(InputFile.of(inputs, source.genome()), genomeFile, stages)) {
      GenomeBins bins = bins(source, genome);
      try (BinLabels labels = new BinLabels(labelsFile, bins.count())) {
        return write(source, inputs, folder, genome, bins, labels, stages);
      }
    } catch (SequenceFormatException e) {
      throw new SourceProblem(
          e.code(), e.getMessage(), "Put the file right and import it again.", e);
    } finally {
      Files.deleteIfExists(genomeFile);
      Files.deleteIfExists(labelsFile);
    }
  }

  private static DatasetDescription write(
      PeaksSource source,
      Map<String, InputFile> inputs,
      Path folder,
      Genome genome,
      GenomeBins bins,
      BinLabels labels,
      Stages stages)
      throws IOException {
    Tally tally = new Tally();
    BinSplits splits = new BinSplits(source, genome);
    PeakMarks marks = new PeakMarks(genome, bins, tally, stages);
    for (String name : source.classNames()) {
      labels.add(marks.ofClass(source, name, inputs));
    }
    BitSet blacklist =
        source.blacklist().isPresent()
            ? marks.touched(InputFile.of(inputs, source.blacklist().get()))
            : new BitSet();

    DatasetLayout layout = new DatasetLayout(source.classNames(), source.window(), false);
    ClassBalance balance = new ClassBalance(layout.classes());
    BinWalk walk = new BinWalk(source, genome, bins, splits, blacklist);
    try (DatasetWriter writer = DatasetWriter.create(folder, layout)) {
      WindowWriter windows = new WindowWriter(source, genome, labels, writer, balance, tally);
      BitSet negatives = new BitSet();
      if (source.negatives() == PeaksSource.Negatives.GC) {
        GcMatch match = new GcMatch(source, genome, bins, labels, walk);
        negatives = match.choose(tally, stages);
      }
      windows.writeAll(walk, negatives, stages);
      balance.checkSplits(
          "Hold out chromosomes on which there are peaks, and see that peaks and genome are of the"
              + " same assembly.");
      balance.check(tally);
      tally.warnings().forEach(writer::warn);
      return writer.finish(Provenance.of(source, inputs.values()));
    }
  }

  private static Genome unpack(InputFile input, Path into, Stages stages) throws IOException {
    Genome genome = GenomeUnpacker.unpack(input.path(), input.name(), into, stages::reading);
    stages.read(input);
    return genome;
  }

  private static GenomeBins bins(PeaksSource source, Genome genome) {
    try {
      return new GenomeBins(genome.chromosomes(), source.bin());
    } catch (IllegalArgumentException e) {
      throw new SourceProblem(
          "source.window", e.getMessage() + " for this genome.", "Choose larger bins.", e);
    }
  }
}
