package org.motifworks.core.dataset;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Where the motifs of a simulated split lie: what saliency is judged against. */
public final class SplitTruth {

  static final String FILE = "truth.tsv";

  private final NavigableMap<Integer, List<Placement>> byRow;

  private SplitTruth(NavigableMap<Integer, List<Placement>> byRow) {
    this.byRow = byRow;
  }

  /** The motifs of one row (0-based), from left to right; empty when it has none. */
  public List<Placement> ofRow(int row) {
    return Collections.unmodifiableList(byRow.getOrDefault(row, List.of()));
  }

  /** All motifs, row by row. */
  public List<Placement> all() {
    return byRow.values().stream().flatMap(List::stream).toList();
  }

  static SplitTruth read(Path file) throws IOException {
    NavigableMap<Integer, List<Placement>> byRow = new TreeMap<>();
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      String line = reader.readLine();
      if (!Placement.HEADER.equals(line)) throw invalid(file, 1, "wrong header", null);
      for (int number = 2; (line = reader.readLine()) != null; number++) {
        try {
          Placement placement = Placement.ofLine(line);
          byRow.computeIfAbsent(placement.row(), row -> new ArrayList<>(3)).add(placement);
        } catch (IllegalArgumentException e) {
          throw invalid(file, number, e.getMessage(), e);
        }
      }
    }
    return new SplitTruth(byRow);
  }

  private static DatasetFormatException invalid(
      Path file, int line, String detail, Throwable cause) {
    return new DatasetFormatException(
        "dataset.invalid-truth", file + " line " + line + ": " + detail, cause);
  }
}
