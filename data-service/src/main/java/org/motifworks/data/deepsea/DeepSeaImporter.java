package org.motifworks.data.deepsea;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.motifworks.core.dataset.DatasetDescription;
import org.motifworks.core.dataset.DatasetLayout;
import org.motifworks.core.dataset.DatasetWriter;
import org.motifworks.core.dataset.Split;
import org.motifworks.data.check.ClassBalance;
import org.motifworks.data.check.Tally;
import org.motifworks.data.mat.MatFormatException;
import org.motifworks.data.source.DeepSeaSource;
import org.motifworks.data.source.ImportProgress;
import org.motifworks.data.source.Importer;
import org.motifworks.data.source.InputFile;
import org.motifworks.data.source.Provenance;
import org.motifworks.data.source.SourceProblem;

/**
 * Makes a dataset of DeepSEA's MATLAB files.
 *
 * <p>Memory: what a cell of the file needs (see {@link org.motifworks.data.mat.MatArray}), a block
 * of 4,096 records, and 4 bytes a record. Disk, while it works: one byte a nucleotide and label of
 * one split.
 */
@Singleton
public final class DeepSeaImporter implements Importer<DeepSeaSource> {

  @Override
  public Class<DeepSeaSource> source() {
    return DeepSeaSource.class;
  }

  @Override
  public DatasetDescription run(
      DeepSeaSource source, Map<String, InputFile> inputs, Path folder, ImportProgress progress)
      throws IOException {
    try (SplitFile train = open(inputs, source.train(), "train");
        SplitFile validation = open(inputs, source.validation(), "valid");
        SplitFile test = open(inputs, source.test(), "test")) {
      List<SplitFile> files = List.of(train, validation, test);
      for (SplitFile file : files) file.checkLike(train);
      LabelSelection labels = LabelSelection.of(source, inputs, train);
      ReadProgress read = new ReadProgress(progress, files);

      DatasetLayout layout = new DatasetLayout(labels.classes(), train.window(), false);
      Tally tally = new Tally();
      ClassBalance balance = new ClassBalance(labels.classes());
      try (DatasetWriter writer = DatasetWriter.create(folder, layout)) {
        for (int i = 0; i < files.size(); i++) {
          Split split = Split.values()[i];
          new SplitTransfer(source, labels, files.get(i), split, folder, read).run(writer, balance);
        }
        balance.checkSplits("Choose classes that occur in all three files, or keep all sequences.");
        balance.check(tally);
        tally.warnings().forEach(writer::warn);
        return writer.finish(Provenance.of(source, inputs.values()));
      }
    } catch (MatFormatException e) {
      throw new SourceProblem(
          e.code(),
          e.getMessage(),
          "Use the files of DeepSEA's bundle as they are, or files of the same layout.",
          e);
    }
  }

  private static SplitFile open(Map<String, InputFile> inputs, String name, String prefix)
      throws IOException {
    return SplitFile.open(InputFile.of(inputs, name), prefix);
  }
}
