package org.motifworks.worker.attempt;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.motifworks.core.architecture.Architecture;
import org.motifworks.core.architecture.TrainingSettings;
import org.motifworks.core.dataset.Dataset;
import org.motifworks.core.dataset.DatasetSplit;
import org.motifworks.core.dataset.Split;
import org.motifworks.core.npy.MappedByteMatrix;
import org.motifworks.worker.network.TokenSource;

/** A dataset opened and found fit to train on. */
final class TrainingData implements AutoCloseable {

  private static final int LEAST_TRAINING_SEQUENCES = 20;

  private final Dataset dataset;
  private long[] positives; // of each class, in the training split

  private TrainingData(Dataset dataset) {
    this.dataset = dataset;
  }

  /**
   * Opens the folder and checks what training needs.
   *
   * @throws AttemptException {@code dataset.empty-split}, {@code dataset.too-small}, {@code
   *     dataset.wrong-window}, {@code dataset.one-sided-class}
   */
  static TrainingData open(Path folder, Architecture architecture) throws IOException {
    TrainingData data = new TrainingData(Dataset.open(folder));
    try {
      data.check(architecture);
      return data;
    } catch (RuntimeException e) {
      data.close();
      throw e;
    }
  }

  TokenSource split(Split split) {
    DatasetSplit opened = dataset.split(split);
    return new TokenSource(opened.sequences(), opened.labels());
  }

  List<String> classes() {
    return dataset.description().classes();
  }

  int window() {
    return dataset.description().window();
  }

  private void check(Architecture architecture) {
    for (Split split : Split.values()) {
      TokenSource source = split(split);
      if (source.size() == 0) {
        throw new AttemptException(
            "dataset.empty-split",
            "the " + split.folder() + " split has no sequence",
            "Make the dataset again with a share for every split.");
      }
      if (source.window() != window() || source.classes() != classes().size()) {
        throw new AttemptException(
            "dataset.wrong-window",
            "the "
                + split.folder()
                + " split has sequences of "
                + source.window()
                + " nt and "
                + source.classes()
                + " classes, the description says "
                + window()
                + " nt and "
                + classes().size(),
            "Make the dataset again.");
      }
    }
    int training = dataset.split(Split.TRAIN).size();
    if (training < LEAST_TRAINING_SEQUENCES) {
      throw new AttemptException(
          "dataset.too-small",
          "the train split has "
              + training
              + " sequences, at least "
              + LEAST_TRAINING_SEQUENCES
              + " are needed",
          "Add sequences.");
    }
    architecture.validate(window());
    checkClasses(split(Split.TRAIN).labels());
  }

  /**
   * What a positive of each class counts in training; null for 1.
   *
   * @throws ArchitectureException {@code settings.invalid}, for another number of classes
   */
  float[] positiveWeights(TrainingSettings settings) {
    if (settings.classWeights() == null) {
      return null;
    }
    settings.validate(positives.length);
    return settings.classWeights().of(positives, split(Split.TRAIN).size());
  }

  private void checkClasses(MappedByteMatrix labels) {
    positives = new long[labels.columns()];
    byte[] row = new byte[labels.columns()];
    for (long i = 0; i < labels.rows(); i++) {
      labels.copyRow(i, row, 0);
      for (int c = 0; c < row.length; c++) {
        positives[c] += row[c] == 0 ? 0 : 1;
      }
    }
    for (int c = 0; c < positives.length; c++) {
      if (positives[c] == 0 || positives[c] == labels.rows()) {
        throw new AttemptException(
            "dataset.one-sided-class",
            "class "
                + classes().get(c)
                + " has no "
                + (positives[c] == 0 ? "positive" : "negative")
                + " among the "
                + labels.rows()
                + " training sequences",
            "Leave the class out, or add sequences of the other kind.");
      }
    }
  }

  @Override
  public void close() {
    dataset.close();
  }
}
