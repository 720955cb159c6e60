package org.motifworks.data.append;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.motifworks.core.dataset.Dataset;
import org.motifworks.core.dataset.DatasetDescription;
import org.motifworks.core.dataset.DatasetLayout;
import org.motifworks.core.dataset.DatasetSplit;
import org.motifworks.core.dataset.DatasetWarning;
import org.motifworks.core.dataset.DatasetWriter;
import org.motifworks.core.dataset.Split;
import org.motifworks.data.check.BaseSequences;
import org.motifworks.data.check.Tally;
import org.motifworks.data.fasta.AddedFasta;
import org.motifworks.data.peaks.AddedPeaks;
import org.motifworks.data.source.AppendSource;
import org.motifworks.data.source.FastaSource;
import org.motifworks.data.source.ImportProgress;
import org.motifworks.data.source.Importer;
import org.motifworks.data.source.InputFile;
import org.motifworks.data.source.PeaksSource;
import org.motifworks.data.source.Provenance;
import org.motifworks.data.source.SourceProblem;

/**
 * Makes a dataset of another one and new sequences.
 *
 * <p>Memory: about 40 bytes for each different sequence and its id, old ones included.
 */
@Singleton
public final class AppendImporter implements Importer<AppendSource> {

  /** Writes what is new behind the training records of the base; counts what is not. */
  @FunctionalInterface
  private interface Addition {
    Tally write(BaseSequences known, DatasetWriter writer) throws IOException;
  }

  @Override
  public Class<AppendSource> source() {
    return AppendSource.class;
  }

  @Override
  public DatasetDescription run(
      AppendSource source, Map<String, InputFile> inputs, Path folder, ImportProgress progress)
      throws IOException {
    try (Dataset base = Dataset.open(inputs.get(AppendSource.BASE_INPUT).path())) {
      DatasetDescription old = base.description();
      Addition addition = addition(source, old, inputs, folder, progress);
      DatasetLayout layout = new DatasetLayout(old.classes(), old.window(), false);
      try (DatasetWriter writer = DatasetWriter.create(folder, layout)) {
        boolean truth = copy(base, writer);
        Tally tally = addition.write(BaseSequences.of(base), writer);
        if (truth) writer.warn(withoutTruth());
        tally.warnings().forEach(writer::warn);
        DatasetDescription made = writer.finish(Provenance.of(source, inputs.values()));
        if (trained(made) == trained(old)) throw nothingNew(tally);
        return made;
      }
    }
  }

  private static Addition addition(
      AppendSource source,
      DatasetDescription base,
      Map<String, InputFile> inputs,
      Path folder,
      ImportProgress progress)
      throws IOException {
    if (source.added() instanceof FastaSource fasta) {
      return new AddedFasta(fasta, base, inputs, progress)::write;
    }
    return new AddedPeaks((PeaksSource) source.added(), base, inputs, folder, progress)::write;
  }

  private static long trained(DatasetDescription dataset) {
    return dataset.splits().get(Split.TRAIN).sequences();
  }

  private static SourceProblem nothingNew(Tally tally) {
    return new SourceProblem(
        "append.nothing-new",
        "No sequence is new: %d are in the training split, %d are held out or overlap what is."
            .formatted(
                tally.of("append.known"),
                tally.of("append.held-out") + tally.of("append.held-out-locus")),
        "Nothing needs to be done, unless other files were meant.");
  }

  /** Copies every record; whether it was known where motifs lie in them. */
  private static boolean copy(Dataset base, DatasetWriter writer) throws IOException {
    boolean truth = false;
    for (Split split : Split.values()) {
      DatasetSplit from = base.split(split);
      truth |= from.truth().isPresent();
      List<String> ids = from.ids();
      byte[] tokens = new byte[from.sequences().columns()];
      byte[] labels = new byte[from.labels().columns()];
      for (int row = 0; row < from.size(); row++) {
        from.sequences().copyRow(row, tokens, 0);
        from.labels().copyRow(row, labels, 0);
        writer.add(split, ids.get(row), tokens, labels);
      }
    }
    return truth;
  }

  private static DatasetWarning withoutTruth() {
    return new DatasetWarning(
        "append.truth-left-out",
        "Where motifs lie is known of the simulated sequences only, and was left out.",
        1);
  }
}
