package org.motifworks.data.fasta;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.motifworks.core.dataset.DatasetDescription;
import org.motifworks.core.dataset.DatasetLayout;
import org.motifworks.core.dataset.DatasetWriter;
import org.motifworks.data.check.ClassBalance;
import org.motifworks.data.source.FastaSource;
import org.motifworks.data.source.ImportProgress;
import org.motifworks.data.source.Importer;
import org.motifworks.data.source.InputFile;
import org.motifworks.data.source.Provenance;

/**
 * Makes a dataset of uploaded FASTA files.
 *
 * <p>Memory: about 40 bytes for each different sequence and its id, whatever its length.
 */
@Singleton
public final class FastaImporter implements Importer<FastaSource> {

  private static final int PASSES = 2;

  @Override
  public Class<FastaSource> source() {
    return FastaSource.class;
  }

  @Override
  public DatasetDescription run(
      FastaSource source, Map<String, InputFile> inputs, Path folder, ImportProgress progress)
      throws IOException {
    FastaInputs named = FastaInputs.of(source, inputs);
    List<String> classes = named.classes();
    List<FastaFile> files = named.labelled(classes);
    ByteProgress inBytes = new ByteProgress(progress, named.bytes() * PASSES);

    SplitAssignment splits = SplitAssignment.of(source.split());
    FastaPass reading = new FastaPass(source, named.table(), splits, inBytes);
    FirstPass first = new FirstPass(reading.tally());
    reading.run(files, first);
    if (splits instanceof ChromosomeSplit chromosomes) chromosomes.checkAllWereSeen();
    first.checkSplits();

    DatasetLayout layout = new DatasetLayout(classes, reading.window(), false);
    try (DatasetWriter writer = DatasetWriter.create(folder, layout)) {
      FastaPass writing = new FastaPass(source, named.table(), splits, inBytes);
      ClassBalance balance = new ClassBalance(classes);
      writing.run(files, new SecondPass(source, first, writer, balance, reading.tally()));
      balance.check(reading.tally());
      reading.tally().warnings().forEach(writer::warn);
      return writer.finish(Provenance.of(source, inputs.values()));
    }
  }
}
