package org.motifworks.worker.bench;

import ai.onnxruntime.OrtException;
import java.util.Arrays;
import org.motifworks.worker.check.GraphSession;
import org.motifworks.worker.onnx.GradientRule;
import org.motifworks.worker.onnx.ModelGraphs;

/** What the product does: its exported graphs, which take tokens. */
final class ProductPaths implements ModelPaths {

  private final Sample sample;
  private final int filters;
  private final GraphSession scan;
  private final GraphSession predict;
  private final GraphSession saliency;

  /**
   * @param filters of the first layer
   * @param threads of each run
   */
  ProductPaths(ModelGraphs graphs, int filters, Sample sample, int threads) throws OrtException {
    this.sample = sample;
    this.filters = filters;
    scan = new GraphSession(graphs.filters(), threads);
    predict = new GraphSession(graphs.predict(), threads);
    saliency = new GraphSession(graphs.saliency(GradientRule.GUIDED), threads);
  }

  @Override
  public float[] scan(int from, int count) throws OrtException {
    float[] activations = scan.run(tokens(from, count), null, "activations");
    int length = activations.length / count / filters;
    float[] maxima = new float[count * filters];
    for (int i = 0; i < maxima.length; i++) {
      float best = activations[i * length];
      for (int p = 1; p < length; p++) {
        best = Math.max(best, activations[i * length + p]);
      }
      maxima[i] = best;
    }
    return maxima;
  }

  @Override
  public float[] predict(int from, int count) throws OrtException {
    return predict.run(tokens(from, count), null, "logits");
  }

  @Override
  public float[] saliency(int from, int count) throws OrtException {
    return saliency.run(tokens(from, count), weights(from, count), "saliency");
  }

  /** Sequence i is explained for class i modulo the number of classes. */
  static float[] weights(int from, int count) {
    float[] weights = new float[count * Sample.CLASSES];
    for (int i = 0; i < count; i++) {
      weights[i * Sample.CLASSES + (from + i) % Sample.CLASSES] = 1;
    }
    return weights;
  }

  private byte[] tokens(int from, int count) {
    return Arrays.copyOfRange(
        sample.tokens(), from * Sample.WINDOW, (from + count) * Sample.WINDOW);
  }

  @Override
  public void close() throws OrtException {
    scan.close();
    predict.close();
    saliency.close();
  }
}
