package org.motifworks.data.fasta;

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
import org.motifworks.data.check.ClassBalance;
import org.motifworks.data.check.Tally;
import org.motifworks.data.source.AppendSource;
import org.motifworks.data.source.FastaSource;
import org.motifworks.data.source.ImportProgress;
import org.motifworks.data.source.Importer;
import org.motifworks.data.source.InputFile;
import org.motifworks.data.source.Provenance;
import org.motifworks.data.source.SourceProblem;

/**
 * Makes a dataset of another one and new sequences.
 *
 * <p>Memory: about 40 bytes for each different sequence and its id, old ones included.
 */
@Singleton
public final class AppendImporter implements Importer<AppendSource> {

  private static final int PASSES = 2;

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
      FastaSource added = source.added().withWindow(old.window());
      FastaInputs files = FastaInputs.of(added, inputs);
      files.checkClasses(old.classes());
      ByteProgress inBytes = new ByteProgress(progress, files.bytes() * PASSES);

      BaseSequences known = BaseSequences.of(base);
      FastaPass reading = pass(added, files, inBytes);
      Tally tally = reading.tally();
      FirstPass first = new FirstPass(tally);
      reading.run(files.labelled(old.classes()), known.newOnes(first, tally));
      requireSomethingNew(first, tally);

      DatasetLayout layout = new DatasetLayout(old.classes(), old.window(), false);
      try (DatasetWriter writer = DatasetWriter.create(folder, layout)) {
        boolean truth = copy(base, writer);
        FastaPass writing = pass(added, files, inBytes);
        ClassBalance unchecked = new ClassBalance(old.classes());
        SecondPass second = new SecondPass(added, first, writer, unchecked, tally);
        writing.run(files.labelled(old.classes()), known.newOnes(second, new Tally()));
        if (truth) writer.warn(withoutTruth());
        tally.warnings().forEach(writer::warn);
        return writer.finish(Provenance.of(source, inputs.values()));
      }
    }
  }

  private static FastaPass pass(FastaSource added, FastaInputs files, ByteProgress progress) {
    return new FastaPass(added, files.table(), (key, id) -> Split.TRAIN, progress);
  }

  private static void requireSomethingNew(FirstPass first, Tally tally) {
    if (first.distinct().size() > 0) return;
    throw new SourceProblem(
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
