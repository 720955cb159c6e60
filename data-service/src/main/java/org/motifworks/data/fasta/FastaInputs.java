package org.motifworks.data.fasta;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.motifworks.data.source.FastaClass;
import org.motifworks.data.source.FastaSource;
import org.motifworks.data.source.InputFile;
import org.motifworks.data.source.SourceProblem;

/** The files of an import: its FASTA files, and the label table if it has one. */
final class FastaInputs {

  private final FastaSource source;
  private final Map<String, InputFile> inputs;
  private final Optional<LabelTable> table;

  private FastaInputs(
      FastaSource source, Map<String, InputFile> inputs, Optional<LabelTable> table) {
    this.source = source;
    this.inputs = inputs;
    this.table = table;
  }

  /** Reads the label table; FASTA files are left for later. */
  static FastaInputs of(FastaSource source, Map<String, InputFile> inputs) throws IOException {
    if (source.labels().isEmpty()) return new FastaInputs(source, inputs, Optional.empty());
    InputFile labels = InputFile.of(inputs, source.labels().get());
    LabelTable table = LabelTable.read(labels.path(), labels.name());
    return new FastaInputs(source, inputs, Optional.of(table));
  }

  Optional<LabelTable> table() {
    return table;
  }

  /** Class names in order. */
  List<String> classes() {
    return table.map(LabelTable::classes).orElseGet(source::classNames);
  }

  /**
   * Whether the sequences are of the classes of a dataset: with a table of all of them in that
   * order, else of any.
   *
   * @throws SourceProblem {@code append.classes}
   */
  void checkClasses(List<String> wanted) {
    if (table.isPresent() ? classes().equals(wanted) : wanted.containsAll(classes())) return;
    throw new SourceProblem(
        "append.classes",
        "The added sequences are of " + classes() + ", the dataset's classes are " + wanted + ".",
        table.isPresent()
            ? "Give the label table these columns, in this order."
            : "Use the dataset's class names.");
  }

  /**
   * The FASTA files in order.
   *
   * @param classes in label order
   */
  List<FastaFile> labelled(List<String> classes) {
    List<FastaFile> files = new ArrayList<>();
    for (FastaClass each : source.classes()) {
      byte[] labels = new byte[classes.size()];
      each.name().ifPresent(name -> labels[classes.indexOf(name)] = 1);
      files.add(new FastaFile(InputFile.of(inputs, each.file()), Optional.of(labels)));
    }
    if (table.isPresent()) {
      for (String name : source.sequences()) {
        files.add(new FastaFile(InputFile.of(inputs, name), Optional.empty()));
      }
    }
    return files;
  }

  /** Size of the FASTA files together. */
  long bytes() {
    return labelled(classes()).stream().mapToLong(file -> file.input().bytes()).sum();
  }
}
