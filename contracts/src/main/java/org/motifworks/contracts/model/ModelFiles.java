package org.motifworks.contracts.model;

/** Names of the files of a model folder. */
public final class ModelFiles {

  /** {@link ModelDescription}. */
  public static final String DESCRIPTION = "model.json";

  /** {@link ImportedModel}; instead of the description, in the folder of an imported model. */
  public static final String IMPORTED = "imported.json";

  /** {@link TrainingHistory}. */
  public static final String HISTORY = "history.json";

  /** {@code tokens} uint8 [N, L] → {@code logits}, {@code probabilities} float32 [N, C]. */
  public static final String PREDICT = "predict.onnx";

  /**
   * {@code tokens} uint8 [N, L] → {@link #activations} float32 [N, F, L'] of every layer whose
   * filters can be read as motifs ({@link org.motifworks.core.architecture.MotifLayer}), before
   * pooling.
   */
  public static final String FILTERS = "filters.onnx";

  /** {@code tokens}, {@code class_weights} float32 [N, C] → {@code saliency} float32 [N, 4, L]. */
  public static final String SALIENCY = "saliency.onnx";

  /** The same by the plain gradient; models of before it was exported lack it. */
  public static final String SALIENCY_PLAIN = "saliency-plain.onnx";

  /** Folder of one .npy a weight. */
  public static final String WEIGHTS = "weights";

  /** Test sequences to check a loaded graph with, uint8 [n, L]. */
  public static final String SAMPLE_SEQUENCES = "sample/sequences.npy";

  /** What the engine gave for the sample, float32 [n, C]. */
  public static final String SAMPLE_LOGITS = "sample/logits.npy";

  /** Logits of the whole test split from the exported graph, float32 [N_test, C]. */
  public static final String TEST_LOGITS = "test/logits.npy";

  /** {@link DriftReference}; models of before drift was measured lack it. */
  public static final String DRIFT = "drift.json";

  private ModelFiles() {}

  /** The output of {@link #FILTERS} for a layer, 1-based; older models give the first alone. */
  public static String activations(int layer) {
    return layer == 1 ? "activations" : "activations_" + layer;
  }
}
