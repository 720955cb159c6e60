package org.motifworks.data.peaks;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.motifworks.core.dataset.DatasetDescription;
import org.motifworks.core.dataset.DatasetLayout;
import org.motifworks.core.dataset.DatasetWriter;
import org.motifworks.core.dataset.Split;
import org.motifworks.data.check.ClassBalance;
import org.motifworks.data.check.Tally;
import org.motifworks.data.source.ImportProgress;
import org.motifworks.data.source.Importer;
import org.motifworks.data.source.InputFile;
import org.motifworks.data.source.PeaksSource;
import org.motifworks.data.source.Provenance;

/** Makes a dataset of a genome and peak files; what it needs is told by {@link PeakWindows}. */
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
    Tally tally = new Tally();
    PeakWindows windows =
        new PeakWindows(source, inputs, genome -> BinSplits.of(source, genome), tally);
    DatasetLayout layout = new DatasetLayout(source.classNames(), source.window(), false);
    ClassBalance balance = new ClassBalance(layout.classes());
    try (DatasetWriter writer = DatasetWriter.create(folder, layout)) {
      windows.passOn(new Everything(writer, balance), folder, progress);
      balance.checkSplits(
          "Hold out chromosomes on which there are peaks, and see that peaks and genome are of the"
              + " same assembly.");
      balance.check(tally);
      tally.warnings().forEach(writer::warn);
      return writer.finish(Provenance.of(source, inputs.values()));
    }
  }

  /** Leaves no window out. */
  private record Everything(DatasetWriter writer, ClassBalance balance) implements WindowReceiver {

    @Override
    public boolean wants(BinWalk.Visit visit, byte[] tokens) {
      return true;
    }

    @Override
    public boolean take(Split split, String id, byte[] tokens, byte[] labels) throws IOException {
      writer.add(split, id, tokens, labels);
      balance.add(split, labels);
      return true;
    }
  }
}
