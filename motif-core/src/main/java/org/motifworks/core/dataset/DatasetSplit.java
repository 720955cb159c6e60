package org.motifworks.core.dataset;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import org.motifworks.core.npy.MappedByteMatrix;

/** One split of an opened dataset. Safe for many threads. */
public final class DatasetSplit implements AutoCloseable {

  static final String SEQUENCES = "sequences.npy";
  static final String LABELS = "labels.npy";
  static final String IDS = "ids.txt";

  private final Path folder;
  private final MappedByteMatrix sequences;
  private final MappedByteMatrix labels;

  private DatasetSplit(Path folder, MappedByteMatrix sequences, MappedByteMatrix labels) {
    this.folder = folder;
    this.sequences = sequences;
    this.labels = labels;
  }

  static DatasetSplit open(Path dataset, Split split, DatasetDescription description)
      throws IOException {
    Path folder = split.in(dataset);
    SplitCounts counts = description.splits().get(split);
    if (counts == null) {
      throw mismatch(folder, DatasetDescription.FILE + " does not mention it");
    }
    int classes = description.classes().size();
    MappedByteMatrix sequences =
        open(folder.resolve(SEQUENCES), counts.sequences(), description.window());
    MappedByteMatrix labels = open(folder.resolve(LABELS), counts.sequences(), classes);
    return new DatasetSplit(folder, sequences, labels);
  }

  /** Number of sequences. */
  public int size() {
    return (int) sequences.rows();
  }

  /** Tokens, shape {@code [size, window]}, A C G T N = 0..4. */
  public MappedByteMatrix sequences() {
    return sequences;
  }

  /** Labels, shape {@code [size, classes]}, 0 or 1. */
  public MappedByteMatrix labels() {
    return labels;
  }

  /**
   * The id of each row, read anew at each call.
   *
   * @throws UncheckedIOException if they cannot be read
   */
  public List<String> ids() {
    try {
      List<String> ids = Files.readAllLines(folder.resolve(IDS));
      if (ids.size() != size()) {
        throw mismatch(folder.resolve(IDS), ids.size() + " ids for " + size() + " sequences");
      }
      return List.copyOf(ids);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The same, one at a time, for splits whose ids would fill the memory.
   *
   * @param each takes an id and its row
   * @throws UncheckedIOException if they cannot be read
   */
  public void eachId(ObjIntConsumer<String> each) {
    try (BufferedReader ids = Files.newBufferedReader(folder.resolve(IDS))) {
      int row = 0;
      for (String id = ids.readLine(); id != null; id = ids.readLine()) each.accept(id, row++);
      if (row != size()) {
        throw mismatch(folder.resolve(IDS), row + " ids for " + size() + " sequences");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Where motifs lie, read anew at each call; empty unless the data were simulated.
   *
   * @throws UncheckedIOException if it cannot be read
   */
  public Optional<SplitTruth> truth() {
    Path file = folder.resolve(SplitTruth.FILE);
    if (!Files.exists(file)) return Optional.empty();
    try {
      return Optional.of(SplitTruth.read(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Drops the mapped files, as {@link MappedByteMatrix#close()} explains. */
  @Override
  public void close() {
    sequences.close();
    labels.close();
  }

  private static MappedByteMatrix open(Path file, int rows, int columns) throws IOException {
    MappedByteMatrix matrix = MappedByteMatrix.open(file);
    if (matrix.rows() != rows || matrix.columns() != columns) {
      String found = "[" + matrix.rows() + ", " + matrix.columns() + "]";
      String expected = "[" + rows + ", " + columns + "]";
      throw mismatch(file, "shape " + found + ", " + DatasetDescription.FILE + " says " + expected);
    }
    return matrix;
  }

  private static DatasetFormatException mismatch(Path file, String detail) {
    return new DatasetFormatException("dataset.mismatch", file + ": " + detail + ".");
  }
}
