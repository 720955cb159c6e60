package org.motifworks.contracts.model;

import java.util.List;
import org.motifworks.core.architecture.Architecture;
import org.motifworks.core.architecture.TrainingSettings;

/**
 * model.json: what the model is and what it was made from.
 *
 * @param format {@link #FORMAT}
 * @param architecture the network
 * @param classes names, in the order of the outputs
 * @param window nucleotides a sequence has
 * @param parameters trainable parameters
 * @param filters first-layer filters
 * @param filterSize positions a first-layer filter covers
 * @param epochs that were run
 * @param bestEpoch whose weights these are
 * @param validationLoss of the best epoch
 * @param test metrics of the test split
 * @param exportCheck how well the exported graphs reproduce the engine
 * @param provenance what would make the same bytes again
 */
public record ModelDescription(
    String format,
    Architecture architecture,
    List<String> classes,
    int window,
    long parameters,
    int filters,
    int filterSize,
    int epochs,
    int bestEpoch,
    double validationLoss,
    TestMetrics test,
    ExportCheck exportCheck,
    Provenance provenance) {

  /** Version of this file. */
  public static final String FORMAT = "motifworks.model/1";

  /**
   * The comparison of ONNX Runtime with the engine.
   *
   * @param sequences compared
   * @param largestLogitDifference absolute
   * @param allowed the limit it stayed under
   */
  public record ExportCheck(int sequences, double largestLogitDifference, double allowed) {}

  /**
   * Inputs of the training, enough to repeat it.
   *
   * @param datasetManifestSha256 of the dataset's manifest.json
   * @param settings every training setting
   * @param seed of weights, order and dropout
   * @param threads OpenMP threads
   * @param device {@code cpu} or {@code gpu}
   * @param djl version of the Deep Java Library
   * @param libTorch version of the native engine
   * @param onnxRuntime version that checked the export
   * @param arithmetic version of the trainer's own arithmetic: with another one the last digits
   *     differ; 0 before it was recorded
   */
  public record Provenance(
      String datasetManifestSha256,
      TrainingSettings settings,
      long seed,
      int threads,
      String device,
      String djl,
      String libTorch,
      String onnxRuntime,
      int arithmetic) {}

  /** Copies the list. */
  public ModelDescription {
    classes = List.copyOf(classes);
  }
}
