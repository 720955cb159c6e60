package org.motifworks.trainer.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.core.dataset.Dataset;
import org.motifworks.core.dataset.Split;
import org.motifworks.core.npy.MappedByteMatrix;
import org.motifworks.kit.artifact.ArtifactStore;

/** Labels of a dataset's test split. */
@ApplicationScoped
class TestLabels {

  private final ArtifactStore store;

  TestLabels(ArtifactStore store) {
    this.store = store;
  }

  /**
   * The labels of some classes.
   *
   * @param classes columns, 0-based
   * @return shape {@code [classes][N_test]}, 0 or 1
   */
  byte[][] of(ArtifactRef dataset, int... classes) {
    try (Dataset opened = Dataset.open(store.open(dataset).folder())) {
      MappedByteMatrix labels = opened.split(Split.TEST).labels();
      byte[][] columns = new byte[classes.length][(int) labels.rows()];
      for (int row = 0; row < labels.rows(); row++) {
        for (int c = 0; c < classes.length; c++) columns[c][row] = labels.get(row, classes[c]);
      }
      return columns;
    } catch (IOException e) {
      throw new UncheckedIOException(dataset.key() + " cannot be read", e);
    }
  }
}
