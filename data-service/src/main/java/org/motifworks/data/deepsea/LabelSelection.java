package org.motifworks.data.deepsea;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.motifworks.data.source.DeepSeaSource;
import org.motifworks.data.source.InputFile;
import org.motifworks.data.source.LabelColumn;
import org.motifworks.data.source.SourceProblem;

/**
 * Which label columns become which classes.
 *
 * @param classes names, in the order asked for
 * @param columns for each, its column from 0 on
 */
record LabelSelection(List<String> classes, List<Integer> columns) {

  private static final int MOST_COLUMNS = 100_000;

  /**
   * @throws SourceProblem {@code labels.column}, {@code labels.names}, {@code classes.name-twice}
   */
  static LabelSelection of(DeepSeaSource source, Map<String, InputFile> inputs, SplitFile file)
      throws IOException {
    int count = file.labels().planes();
    Optional<List<String>> names = Optional.empty();
    if (source.labelNames().isPresent()) {
      names = Optional.of(names(inputs.get(source.labelNames().get()), count));
    }
    List<String> classes = new ArrayList<>();
    List<Integer> columns = new ArrayList<>();
    for (LabelColumn each : source.classes()) {
      int from = each.all() ? 0 : column(each, names, count);
      int to = each.all() ? count : from + 1;
      for (int column = from; column < to; column++) {
        columns.add(column);
        Optional<String> called =
            names.isPresent() ? Optional.of(names.get().get(column)) : Optional.empty();
        classes.add(each.name().or(() -> called).orElse("label-" + column));
      }
    }
    if (new HashSet<>(classes).size() < classes.size()) {
      throw new SourceProblem(
          "classes.name-twice",
          "Two classes have one name: " + shortened(classes) + ".",
          "Name the classes yourself.");
    }
    if (new HashSet<>(columns).size() < columns.size()) {
      throw new SourceProblem(
          "labels.column", "A column is asked for twice.", "Ask for each column once.");
    }
    return new LabelSelection(List.copyOf(classes), List.copyOf(columns));
  }

  private static int column(LabelColumn wanted, Optional<List<String>> names, int count) {
    OptionalInt number = wanted.number();
    if (number.isPresent() && number.getAsInt() < count) return number.getAsInt();
    int byName = number.isPresent() ? -1 : names.orElse(List.of()).indexOf(wanted.column());
    if (byName >= 0 && names.get().lastIndexOf(wanted.column()) == byName) return byName;
    String reason =
        number.isPresent()
            ? "There are " + count + " columns, 0 to " + (count - 1) + "."
            : byName >= 0 ? "Several are called so." : "None is called so.";
    throw new SourceProblem(
        "labels.column",
        "'" + wanted.column() + "' is no column of the labels. " + reason,
        "Give columns by number, counted from 0, or exactly as the file of names calls them.");
  }

  /** One a line; of several tab-separated cells, as in DeepSEA's own table, the last. */
  private static List<String> names(InputFile file, int count) throws IOException {
    List<String> names;
    try (Stream<String> lines = Files.lines(file.path())) {
      names =
          lines
              .filter(line -> !line.isBlank())
              .limit(MOST_COLUMNS)
              .map(line -> line.substring(line.lastIndexOf('\t') + 1).strip())
              .toList();
    } catch (UncheckedIOException e) {
      if (!(e.getCause() instanceof CharacterCodingException)) throw e;
      throw new SourceProblem(
          "labels.names", file.name() + " is no UTF-8 text.", "Give a text file.", e);
    }
    if (names.size() == count) return names;
    throw new SourceProblem(
        "labels.names",
        file.name() + " has " + names.size() + " names for " + count + " label columns.",
        "Give one name a line, in the order of the columns, without a header.");
  }

  private static String shortened(List<String> classes) {
    return classes.stream().limit(20).toList() + (classes.size() > 20 ? " ..." : "");
  }
}
