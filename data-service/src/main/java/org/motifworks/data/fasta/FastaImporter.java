package org.motifworks.data.fasta;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.motifworks.core.dataset.DatasetDescription;
import org.motifworks.core.dataset.DatasetLayout;
import org.motifworks.core.dataset.DatasetWriter;
import org.motifworks.data.check.ClassBalance;
import org.motifworks.data.source.FastaClass;
import org.motifworks.data.source.FastaSource;
import org.motifworks.data.source.ImportProgress;
import org.motifworks.data.source.Importer;
import org.motifworks.data.source.InputFile;
import org.motifworks.data.source.Provenance;
import org.motifworks.data.source.SourceProblem;

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
    Optional<LabelTable> table = table(source, inputs);
    List<String> classes = table.map(LabelTable::classes).orElseGet(source::classNames);
    List<FastaFile> files = files(source, classes, inputs);
    long bytes = files.stream().mapToLong(file -> file.input().bytes()).sum();
    ByteProgress inBytes = new ByteProgress(progress, bytes * PASSES);

    SplitAssignment splits = SplitAssignment.of(source.split());
    FastaPass reading = new FastaPass(source, table, splits, inBytes);
    FirstPass first = new FirstPass(reading.tally());
    reading.run(files, first);
    if (splits instanceof ChromosomeSplit chromosomes) chromosomes.checkAllWereSeen();
    first.checkSplits();

    DatasetLayout layout = new DatasetLayout(classes, reading.window(), false);
    try (DatasetWriter writer = DatasetWriter.create(folder, layout)) {
      FastaPass writing = new FastaPass(source, table, splits, inBytes);
      ClassBalance balance = new ClassBalance(classes);
      writing.run(files, new SecondPass(source, first, writer, balance, reading.tally()));
      balance.check(reading.tally());
      reading.tally().warnings().forEach(writer::warn);
      return writer.finish(Provenance.of(source, inputs.values()));
    }
  }

  private static Optional<LabelTable> table(FastaSource source, Map<String, InputFile> inputs)
      throws IOException {
    if (source.labels().isEmpty()) return Optional.empty();
    InputFile input = input(inputs, source.labels().get());
    return Optional.of(LabelTable.read(input.path(), input.name()));
  }

  private static List<FastaFile> files(
      FastaSource source, List<String> classes, Map<String, InputFile> inputs) {
    List<FastaFile> files = new ArrayList<>();
    for (FastaClass each : source.classes()) {
      byte[] labels = new byte[classes.size()];
      each.name().ifPresent(name -> labels[classes.indexOf(name)] = 1);
      files.add(new FastaFile(input(inputs, each.file()), Optional.of(labels)));
    }
    if (source.labels().isPresent()) {
      for (String name : source.sequences()) {
        files.add(new FastaFile(input(inputs, name), Optional.empty()));
      }
    }
    return files;
  }

  private static InputFile input(Map<String, InputFile> inputs, String name) {
    InputFile input = inputs.get(name);
    if (input != null) return input;
    throw new SourceProblem(
        "upload.file-missing",
        "The file '" + name + "' was not sent.",
        "Send one file part for each file the request names.");
  }
}
