package org.motifworks.interpret.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.motifworks.contracts.interpretation.SaliencyRule;
import org.motifworks.contracts.model.ModelFiles;

/**
 * A model folder's graphs on ONNX Runtime, each opened when first asked for: a model that only
 * scores needs a fraction of the memory.
 */
public final class OnnxInferenceSession implements InferenceSession {
  private static final Set<String> TOKENS = Set.of("tokens");

  private final OnnxRuntime runtime;
  private final Path folder;
  private final int classes;
  private OnnxGraph predict;
  private OnnxGraph filters;
  private final Map<SaliencyRule, OnnxGraph> saliency = new EnumMap<>(SaliencyRule.class);
  private boolean closed;

  private OnnxInferenceSession(OnnxRuntime runtime, Path folder, int classes) {
    this.runtime = runtime;
    this.folder = folder;
    this.classes = classes;
  }

  /**
   * A verified model folder, {@code predict.onnx} opened and checked.
   *
   * @param classes number of classes of the model
   * @throws InferenceException {@code model.corrupt}
   */
  public static OnnxInferenceSession open(OnnxRuntime runtime, Path folder, int classes) {
    OnnxInferenceSession session = unopened(runtime, folder, classes);
    session.predict();
    return session;
  }

  /** The same with nothing opened yet. */
  static OnnxInferenceSession unopened(OnnxRuntime runtime, Path folder, int classes) {
    return new OnnxInferenceSession(runtime, folder, classes);
  }

  @Override
  public Prediction predict(TokenBatch batch) {
    if (batch.isEmpty()) return new Prediction(classes, new float[0], new float[0]);
    List<OnnxGraph.Output> outputs = predict().run(batch, List.of("logits", "probabilities"));
    return new Prediction(classes, outputs.get(0).values(), outputs.get(1).values());
  }

  @Override
  public int layers() {
    int layers = 1;
    while (filters().gives(ModelFiles.activations(layers + 1))) layers++;
    return layers;
  }

  @Override
  public List<Activations> activations(TokenBatch batch) {
    List<String> names =
        IntStream.rangeClosed(1, layers()).mapToObj(ModelFiles::activations).toList();
    return filters().run(batch, names).stream()
        .map(output -> new Activations(output.dimension(1), output.dimension(2), output.values()))
        .toList();
  }

  @Override
  public Set<SaliencyRule> saliencyRules() {
    return Files.exists(folder.resolve(ModelFiles.SALIENCY_PLAIN))
        ? EnumSet.allOf(SaliencyRule.class)
        : EnumSet.of(SaliencyRule.GUIDED);
  }

  @Override
  public float[] saliency(TokenBatch batch, int[] chosen, SaliencyRule rule) {
    if (chosen.length != batch.rows()) {
      throw new IllegalArgumentException(chosen.length + " classes for " + batch.rows() + " rows");
    }
    FloatBuffer weights =
        ByteBuffer.allocateDirect(chosen.length * classes * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    for (int row = 0; row < chosen.length; row++) weights.put(row * classes + chosen[row], 1f);
    return saliency(rule).run(batch, "class_weights", weights, List.of("saliency")).get(0).values();
  }

  @Override
  public synchronized void close() {
    if (closed) return;
    closed = true;
    if (predict != null) predict.close();
    if (filters != null) filters.close();
    saliency.values().forEach(OnnxGraph::close);
  }

  private synchronized OnnxGraph predict() {
    if (predict == null) {
      predict =
          runtime
              .open(folder.resolve(ModelFiles.PREDICT))
              .require(TOKENS, Set.of("logits", "probabilities"));
    }
    return predict;
  }

  private synchronized OnnxGraph filters() {
    if (filters == null) {
      filters =
          runtime.open(folder.resolve(ModelFiles.FILTERS)).require(TOKENS, Set.of("activations"));
    }
    return filters;
  }

  private synchronized OnnxGraph saliency(SaliencyRule rule) {
    return saliency.computeIfAbsent(
        rule,
        missing ->
            runtime
                .open(folder.resolve(file(rule)))
                .require(Set.of("tokens", "class_weights"), Set.of("saliency")));
  }

  /** Where a rule's graph is. */
  static String file(SaliencyRule rule) {
    return rule == SaliencyRule.GUIDED ? ModelFiles.SALIENCY : ModelFiles.SALIENCY_PLAIN;
  }
}
