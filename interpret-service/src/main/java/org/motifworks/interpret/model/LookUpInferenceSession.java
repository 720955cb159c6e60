package org.motifworks.interpret.model;

import ai.onnxruntime.OrtException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.motifworks.contracts.interpretation.SaliencyRule;
import org.motifworks.contracts.model.ModelFiles;
import org.motifworks.inference.LookUpGradient;
import org.motifworks.inference.LookUpPredictor;
import org.motifworks.inference.LookUpScan;
import org.motifworks.inference.check.CheckedGraph;
import org.motifworks.inference.check.GraphSignature;

/**
 * A model on the CPU, its first layer computed by look-ups, there and back. What cannot be computed
 * so is left to the whole graphs: deeper layers' activations, and a saliency graph that has another
 * shape.
 */
final class LookUpInferenceSession implements InferenceSession {
  private static final Logger LOG = Logger.getLogger(LookUpInferenceSession.class);

  private final OnnxRuntime runtime;
  private final Path folder;
  private final int window;
  private final int classes;
  private final InferenceSession whole;
  private final LookUpPredictor predictor;
  private final LookUpScan scan;
  private final Map<SaliencyRule, Optional<LookUpGradient>> gradients = new ConcurrentHashMap<>();

  private LookUpInferenceSession(
      OnnxRuntime runtime,
      Path folder,
      int window,
      int classes,
      InferenceSession whole,
      LookUpPredictor predictor) {
    this.runtime = runtime;
    this.folder = folder;
    this.window = window;
    this.classes = classes;
    this.whole = whole;
    this.predictor = predictor;
    this.scan = new LookUpScan(predictor.firstLayer(), runtime.pool());
  }

  /**
   * Opens a verified model folder the fastest way there is: by look-ups on a CPU, where the model
   * allows it, else by its whole graphs.
   *
   * @param window nucleotides a sequence of the model
   * @param classes number of classes of the model
   * @throws InferenceException with the codes of {@link
   *     org.motifworks.inference.check.GraphRefused}
   */
  static InferenceSession open(OnnxRuntime runtime, Path folder, int window, int classes) {
    if (!runtime.device().equals("cpu")) {
      return OnnxInferenceSession.open(runtime, folder, window, classes);
    }
    CheckedGraph checked =
        runtime.check(folder.resolve(ModelFiles.PREDICT), GraphSignature.predict(window, classes));
    Optional<LookUpPredictor> predictor =
        apart(ModelFiles.PREDICT, checked, graph -> LookUpPredictor.of(graph, runtime.pool()));
    if (predictor.isEmpty()) return OnnxInferenceSession.open(runtime, folder, window, classes);
    InferenceSession whole = OnnxInferenceSession.unopened(runtime, folder, window, classes);
    return new LookUpInferenceSession(runtime, folder, window, classes, whole, predictor.get());
  }

  @Override
  public Prediction predict(TokenBatch batch) {
    try {
      LookUpPredictor.Scores scores = predictor.scores(batch.copy(), batch.rows(), classes);
      return new Prediction(classes, scores.logits(), scores.probabilities());
    } catch (OrtException e) {
      throw failed(ModelFiles.PREDICT, e);
    }
  }

  @Override
  public int layers() {
    return whole.layers();
  }

  @Override
  public List<Activations> activations(TokenBatch batch) {
    if (layers() > 1) return whole.activations(batch);
    float[] values = scan.activations(batch.copy(), batch.rows());
    return List.of(new Activations(filters(), batch.window(), values));
  }

  @Override
  public List<Activations> maxima(TokenBatch batch) {
    if (layers() > 1) return whole.maxima(batch);
    return List.of(new Activations(filters(), 1, scan.maxima(batch.copy(), batch.rows())));
  }

  @Override
  public Set<SaliencyRule> saliencyRules() {
    return whole.saliencyRules();
  }

  @Override
  public float[] saliency(TokenBatch batch, int[] chosen, SaliencyRule rule) {
    Optional<LookUpGradient> gradient = gradient(rule);
    if (gradient.isEmpty()) return whole.saliency(batch, chosen, rule);
    if (chosen.length != batch.rows()) {
      throw new IllegalArgumentException(chosen.length + " classes for " + batch.rows() + " rows");
    }
    float[] weights = new float[chosen.length * classes];
    for (int row = 0; row < chosen.length; row++) weights[row * classes + chosen[row]] = 1;
    try {
      return gradient.get().gradient(batch.copy(), batch.rows(), weights);
    } catch (OrtException e) {
      throw failed(OnnxInferenceSession.file(rule), e);
    }
  }

  @Override
  public long bytes() {
    long opened =
        gradients.values().stream()
            .flatMap(Optional::stream)
            .mapToLong(LookUpGradient::bytes)
            .sum();
    return predictor.bytes() + scan.bytes() + opened + whole.bytes();
  }

  @Override
  public synchronized void close() {
    try {
      predictor.close();
      for (Optional<LookUpGradient> gradient : gradients.values()) {
        if (gradient.isPresent()) gradient.get().close();
      }
      gradients.clear();
    } catch (OrtException e) {
      throw failed(ModelFiles.PREDICT, e);
    } finally {
      whole.close();
    }
  }

  private int filters() {
    return predictor.firstLayer().tables().filters();
  }

  private synchronized Optional<LookUpGradient> gradient(SaliencyRule rule) {
    Optional<LookUpGradient> gradient = gradients.get(rule);
    if (gradient != null) return gradient;
    String file = OnnxInferenceSession.file(rule);
    CheckedGraph checked =
        runtime.check(folder.resolve(file), GraphSignature.saliency(window, classes));
    boolean guided = rule == SaliencyRule.GUIDED;
    gradient = apart(file, checked, graph -> LookUpGradient.of(graph, guided, runtime.pool()));
    gradients.put(rule, gradient);
    return gradient;
  }

  private interface Cut<T> {
    Optional<T> of(byte[] graph) throws OrtException;
  }

  private static <T> Optional<T> apart(String name, CheckedGraph checked, Cut<T> cut) {
    try {
      return cut.of(checked.bytes());
    } catch (OrtException e) {
      LOG.warnf("%s runs whole, which is slower: %s", name, e.getMessage());
      return Optional.empty();
    }
  }

  private static InferenceException failed(String name, OrtException e) {
    return new InferenceException("inference.failed", name + ": " + e.getMessage(), e);
  }
}
