package org.motifworks.core.simulation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Table 1 of Koo and Eddy 2019: one trial an architecture on the simulated sequences. */
public final class PaperTable1 {

  private static final String RESOURCE = "paper-table-1.tsv";

  private PaperTable1() {}

  /**
   * One row.
   *
   * @param auRoc mean over the 12 classes
   * @param jasparMatchPercent filters with any match in JASPAR
   * @param relevantMatchPercent filters that match one of the 12 factors
   */
  public record Row(
      String architecture,
      double auRoc,
      double auRocSd,
      int jasparMatchPercent,
      int relevantMatchPercent) {}

  /**
   * The paper's row for an architecture.
   *
   * @param classes of the dataset that was learned: figures for other data cannot be compared
   * @return empty when the paper has none, or the classes are not its twelve factors
   */
  public static Optional<Row> row(String architecture, Collection<String> classes) {
    if (!Set.copyOf(classes).equals(Set.copyOf(PaperFactors.names()))) return Optional.empty();
    return rows().stream().filter(row -> row.architecture().equals(architecture)).findFirst();
  }

  /** All twelve rows, as printed. */
  public static List<Row> rows() {
    try (InputStream resource = PaperTable1.class.getResourceAsStream(RESOURCE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
      return lines.lines().skip(1).map(line -> row(line.split("\t", -1))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE + " cannot be read", e);
    }
  }

  private static Row row(String[] cells) {
    return new Row(
        cells[0],
        Double.parseDouble(cells[1]),
        Double.parseDouble(cells[2]),
        Integer.parseInt(cells[3]),
        Integer.parseInt(cells[4]));
  }
}
