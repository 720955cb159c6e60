package org.motifworks.data.source;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.motifworks.data.source.FastaSource.Negatives;

/** What can be wrong with a FASTA import before a file is opened. */
final class FastaSourceCheck {

  private static final Pattern CLASS_NAME = Pattern.compile("[^\\p{Cntrl}]{1,100}");

  private final FastaSource source;

  FastaSourceCheck(FastaSource source) {
    this.source = source;
  }

  /** Of a dataset of its own. */
  void run() {
    runAdded();
    if (source.labels().isEmpty()) checkContrast();
  }

  /** Of sequences that are added to a dataset, where something else may stand against them. */
  void runAdded() {
    if (source.labels().isPresent() == !source.classes().isEmpty()) {
      throw new SourceProblem(
          "source.labels-unclear",
          "An import needs either \"classes\" or \"labels\", and this has "
              + (source.labels().isPresent() ? "both." : "neither."),
          "Name a FASTA file for each class, or one label table.");
    }
    source.files().forEach(SourceFile::check);
    source.window().ifPresent(FastaSourceCheck::checkWindow);
    if (source.maxNRun().orElse(0) < 0) {
      throw new SourceProblem(
          "source.max-n-run",
          "maxNRun is " + source.maxNRun().getAsInt() + ".",
          "Give 0 to allow no N at all, or the longest run to keep.");
    }
    checkClasses();
  }

  private void checkClasses() {
    source.classNames().forEach(FastaSourceCheck::checkClassName);
    Set<String> files = new HashSet<>();
    for (FastaClass each : source.classes()) {
      if (!files.add(each.file())) {
        throw new SourceProblem(
            "classes.file-twice",
            "The file " + each.file() + " is named for two classes.",
            "Name each file once; sequences of several classes need a label table.");
      }
    }
  }

  private void checkContrast() {
    List<String> names = source.classNames();
    boolean contrast =
        names.size() > 1
            || source.classes().stream().anyMatch(FastaClass::background)
            || source.negatives() != Negatives.NONE;
    if (names.isEmpty() || !contrast) {
      throw new SourceProblem(
          "classes.single",
          names.isEmpty()
              ? "All files are background: there is no class to learn."
              : "'" + names.get(0) + "' is the only class and nothing stands against it.",
          "Add a second class, a background file, or \"negatives\": \"dinucleotide-shuffle\".");
    }
  }

  static void checkClassName(String name) {
    if (!CLASS_NAME.matcher(name).matches() || !name.equals(name.strip())) {
      throw new SourceProblem(
          "classes.name",
          "'" + name + "' cannot be the name of a class.",
          "Use 1 to 100 characters, no line breaks or tabs, no spaces around them.");
    }
  }

  private static void checkWindow(int window) {
    if (window < 1 || window > FastaSource.LONGEST_WINDOW) {
      throw new SourceProblem(
          "source.window",
          "The window is " + window + " nt.",
          "Choose 1 to " + FastaSource.LONGEST_WINDOW + " nt.");
    }
  }
}
