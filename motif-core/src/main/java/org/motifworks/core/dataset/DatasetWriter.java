package org.motifworks.core.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.motifworks.core.sequence.DnaAlphabet;

/**
 * Streams a dataset into a folder.
 *
 * <p>{@code dataset.json} is written by {@link #finish} and last: a folder without it is no
 * dataset, whatever else happened. A refused record leaves nothing behind, so the caller may go on
 * with the next. Keeps the ids in memory, not the sequences. Not for several threads.
 */
public final class DatasetWriter implements Closeable {

  private final Path folder;
  private final DatasetLayout layout;
  private final Map<Split, SplitWriter> splits = new EnumMap<>(Split.class);
  private final List<DatasetWarning> warnings = new ArrayList<>();
  private final IdSet ids = new IdSet();
  private boolean broken;

  private DatasetWriter(Path folder, DatasetLayout layout) {
    this.folder = folder;
    this.layout = layout;
  }

  /**
   * Begins a dataset in a folder, made when missing.
   *
   * @throws FileAlreadyExistsException if the folder holds a finished dataset
   */
  public static DatasetWriter create(Path folder, DatasetLayout layout) throws IOException {
    Path description = folder.resolve(DatasetDescription.FILE);
    if (Files.exists(description)) throw new FileAlreadyExistsException(description.toString());
    DatasetWriter writer = new DatasetWriter(folder, layout);
    try {
      for (Split split : Split.values()) {
        writer.splits.put(split, new SplitWriter(split.in(folder), layout));
      }
      return writer;
    } catch (IOException | RuntimeException e) {
      writer.close();
      throw e;
    }
  }

  /** Appends a record without truth. */
  public void add(Split split, String id, byte[] tokens, byte[] labels) throws IOException {
    add(split, id, tokens, labels, List.of());
  }

  /**
   * Appends a record to a split.
   *
   * @param id one line, not used before in any split
   * @param tokens shape {@code [window]}, A C G T N = 0..4
   * @param labels shape {@code [classes]}, each 0 or 1
   * @param placed where motifs lie; empty unless the layout keeps the truth
   * @throws DatasetFormatException {@code dataset.invalid-id}, {@code dataset.duplicate-id}, {@code
   *     dataset.wrong-length}, {@code dataset.invalid-token}, {@code dataset.label-count}, {@code
   *     dataset.invalid-label} or {@code dataset.invalid-placement}
   */
  public void add(Split split, String id, byte[] tokens, byte[] labels, List<PlacedMotif> placed)
      throws IOException {
    if (broken) throw new IllegalStateException("Writing to " + folder + " has ended or failed");
    check(id, tokens, labels, placed);
    broken = true; // until the row is whole in every file
    splits.get(split).write(id, tokens, labels, placed);
    broken = false;
  }

  /** Keeps something the user should know; several times the same code are several warnings. */
  public void warn(DatasetWarning warning) {
    warnings.add(warning);
  }

  /**
   * Completes the files and, last, writes {@code dataset.json}.
   *
   * @param provenance where the data came from; free of ids and times if equal data shall give
   *     equal bytes
   */
  public DatasetDescription finish(JsonNode provenance) throws IOException {
    if (broken) throw new IllegalStateException("Writing to " + folder + " has ended or failed");
    broken = true;
    Map<Split, SplitCounts> counts = new EnumMap<>(Split.class);
    for (Split split : Split.values()) counts.put(split, splits.get(split).counts());
    close();
    DatasetDescription description =
        new DatasetDescription(
            DatasetDescription.FORMAT,
            layout.classes(),
            layout.window(),
            counts,
            provenance,
            warnings);
    Path unfinished = folder.resolve(DatasetDescription.FILE + ".part");
    Files.writeString(unfinished, description.toJson());
    Files.move(unfinished, folder.resolve(DatasetDescription.FILE), StandardCopyOption.ATOMIC_MOVE);
    return description;
  }

  /** Closes the files. Without {@link #finish} the folder stays no dataset. */
  @Override
  public void close() throws IOException {
    broken = true;
    IOException failure = null;
    for (SplitWriter split : splits.values()) {
      try {
        split.close();
      } catch (IOException e) {
        if (failure == null) failure = e;
        else failure.addSuppressed(e);
      }
    }
    if (failure != null) throw failure;
  }

  private void check(String id, byte[] tokens, byte[] labels, List<PlacedMotif> placed) {
    if (id.isBlank() || DatasetLayout.hasControl(id)) {
      throw refused("invalid-id", id, "an id is one line and not blank");
    }
    if (tokens.length != layout.window()) {
      throw refused("wrong-length", id, tokens.length + " nt, the window is " + layout.window());
    }
    int valid = DnaAlphabet.tokensBefore(tokens);
    if (valid < tokens.length) {
      throw refused("invalid-token", id, "token " + tokens[valid] + " at position " + valid);
    }
    if (labels.length != layout.classes().size()) {
      int classes = layout.classes().size();
      throw refused("label-count", id, labels.length + " labels for " + classes + " classes");
    }
    for (byte label : labels) {
      if (label != 0 && label != 1) throw refused("invalid-label", id, "label " + label);
    }
    for (PlacedMotif motif : placed) {
      if (!layout.truth() || motif.end() > layout.window()) {
        throw refused("invalid-placement", id, "no place for " + motif);
      }
    }
    if (!ids.add(id)) throw refused("duplicate-id", id, "another record has this id");
  }

  private static DatasetFormatException refused(String reason, String id, String detail) {
    return new DatasetFormatException("dataset." + reason, "Record '" + id + "': " + detail + ".");
  }
}
