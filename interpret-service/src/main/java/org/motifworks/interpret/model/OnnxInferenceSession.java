package org.motifworks.interpret.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.motifworks.contracts.interpretation.SaliencyRule;
import org.motifworks.contracts.model.ModelFiles;
import org.motifworks.inference.check.GraphSignature;

/**
 * A model folder's graphs on ONNX Runtime, each opened when first asked for: a model that only
 * scores needs a fraction of the memory.
 */
public final class OnnxInferenceSession implements InferenceSession {
  private final OnnxRuntime runtime;
  private final Path folder;
  private final int window;
  private final int classes;
  // Opened under this object's lock; read without it, so that nobody waits for a graph being
  // opened.
  private volatile OnnxGraph predict;
  private volatile OnnxGraph filters;
  private final Map<SaliencyRule, OnnxGraph> saliency = new ConcurrentHashMap<>();
  private boolean closed;

  private OnnxInferenceSession(OnnxRuntime runtime, Path folder, int window, int classes) {
    this.runtime = runtime;
    this.folder = folder;
    this.window = window;
    this.classes = classes;
  }

  /**
   * A verified model folder, {@code predict.onnx} opened and checked.
   *
   * @param window nucleotides a sequence of the model
   * @param classes number of classes of the model
   * @throws InferenceException with the codes of {@link
   *     org.motifworks.inference.check.GraphRefused}
   */
  public static OnnxInferenceSession open(
      OnnxRuntime runtime, Path folder, int window, int classes) {
    OnnxInferenceSession session = unopened(runtime, folder, window, classes);
    session.predict();
    return session;
  }

  /** The same with nothing opened yet. */
  static OnnxInferenceSession unopened(OnnxRuntime runtime, Path folder, int window, int classes) {
    return new OnnxInferenceSession(runtime, folder, window, classes);
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
    if (!Files.exists(folder.resolve(ModelFiles.SALIENCY))) return Set.of(); // imported
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
  public long bytes() {
    return Stream.concat(Stream.of(predict, filters), saliency.values().stream())
        .filter(Objects::nonNull)
        .mapToLong(OnnxGraph::bytes)
        .sum();
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
    if (predict == null) predict = open(ModelFiles.PREDICT);
    return predict;
  }

  private synchronized OnnxGraph filters() {
    if (filters == null) filters = open(ModelFiles.FILTERS);
    return filters;
  }

  private synchronized OnnxGraph saliency(SaliencyRule rule) {
    OnnxGraph graph = saliency.get(rule);
    if (graph == null) {
      graph = open(file(rule));
      saliency.put(rule, graph);
    }
    return graph;
  }

  private OnnxGraph open(String name) {
    return runtime.open(folder.resolve(name), signature(name, window, classes));
  }

  /** What a file of a model folder must take and give. */
  static GraphSignature signature(String name, int window, int classes) {
    return switch (name) {
      case ModelFiles.PREDICT -> GraphSignature.predict(window, classes);
      case ModelFiles.FILTERS -> GraphSignature.filters(window);
      default -> GraphSignature.saliency(window, classes);
    };
  }

  /** Where a rule's graph is. */
  static String file(SaliencyRule rule) {
    return rule == SaliencyRule.GUIDED ? ModelFiles.SALIENCY : ModelFiles.SALIENCY_PLAIN;
  }
}
