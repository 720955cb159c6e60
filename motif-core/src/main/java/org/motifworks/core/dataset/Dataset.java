package org.motifworks.core.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * A dataset folder, opened: its description, and its splits mapped into memory. Safe for many
 * threads.
 */
public final class Dataset implements AutoCloseable {

  private final DatasetDescription description;
  private final Map<Split, DatasetSplit> splits = new EnumMap<>(Split.class);

  private Dataset(DatasetDescription description) {
    this.description = description;
  }

  /**
   * Opens a folder and checks that its arrays have the shapes its description says.
   *
   * @throws DatasetFormatException {@code dataset.missing}, {@code dataset.invalid-description},
   *     {@code dataset.unknown-format} or {@code dataset.mismatch}
   * @throws org.motifworks.core.npy.NpyFormatException if an array is damaged
   */
  public static Dataset open(Path folder) throws IOException {
    Dataset dataset = new Dataset(DatasetDescription.read(folder));
    for (Split split : Split.values()) {
      dataset.splits.put(split, DatasetSplit.open(folder, split, dataset.description));
    }
    return dataset;
  }

  public DatasetDescription description() {
    return description;
  }

  public DatasetSplit split(Split split) {
    return splits.get(split);
  }

  /** Drops the mapped files of all splits. */
  @Override
  public void close() {
    splits.values().forEach(DatasetSplit::close);
  }
}
