package org.motifworks.core.dataset;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.motifworks.core.npy.NpyWriter;

/** Streams the rows of one split to its files, and counts them. */
final class SplitWriter implements Closeable {

  private final List<String> classes;
  private final NpyWriter sequences;
  private final NpyWriter labels;
  private final BufferedWriter ids;
  private final Optional<BufferedWriter> truth;
  private final int[] positives;

  SplitWriter(Path folder, DatasetLayout layout) throws IOException {
    Files.createDirectories(folder);
    this.classes = layout.classes();
    this.positives = new int[classes.size()];
    this.sequences = NpyWriter.bytes(folder.resolve(DatasetSplit.SEQUENCES), layout.window());
    this.labels = NpyWriter.bytes(folder.resolve(DatasetSplit.LABELS), classes.size());
    this.ids = Files.newBufferedWriter(folder.resolve(DatasetSplit.IDS));
    if (layout.truth()) {
      BufferedWriter writer = Files.newBufferedWriter(folder.resolve(SplitTruth.FILE));
      writer.write(Placement.HEADER + "\n");
      this.truth = Optional.of(writer);
    } else {
      this.truth = Optional.empty();
    }
  }

  void write(String id, byte[] tokens, byte[] labelRow, List<PlacedMotif> placed)
      throws IOException {
    int row = Math.toIntExact(sequences.rows());
    sequences.writeRow(tokens);
    labels.writeRow(labelRow);
    ids.write(id);
    ids.write('\n');
    if (truth.isPresent()) {
      for (PlacedMotif motif : placed) truth.get().write(motif.atRow(row).toLine() + "\n");
    }
    for (int i = 0; i < positives.length; i++) positives[i] += labelRow[i];
  }

  SplitCounts counts() {
    Map<String, Integer> byClass = new LinkedHashMap<>();
    for (int i = 0; i < positives.length; i++) byClass.put(classes.get(i), positives[i]);
    return new SplitCounts(Math.toIntExact(sequences.rows()), byClass);
  }

  @Override
  public void close() throws IOException {
    try (sequences;
        labels;
        ids) {
      if (truth.isPresent()) truth.get().close();
    }
  }
}
