package org.motifworks.worker.bench;

import ai.onnxruntime.OrtException;
import java.util.Arrays;
import org.motifworks.inference.InferencePool;
import org.motifworks.inference.LookUpGradient;
import org.motifworks.inference.LookUpPredictor;
import org.motifworks.inference.LookUpScan;
import org.motifworks.worker.onnx.GradientRule;
import org.motifworks.worker.onnx.ModelGraphs;

/** What the product does: its exported graphs taken apart, the first layer by look-ups. */
final class ProductPaths implements ModelPaths {

  private final Sample sample;
  private final LookUpScan scan;
  private final LookUpPredictor predict;
  private final LookUpGradient saliency;

  /**
   * @param threads of each run
   */
  ProductPaths(ModelGraphs graphs, Sample sample, int threads) throws OrtException {
    this.sample = sample;
    InferencePool pool = new InferencePool(threads);
    predict = LookUpPredictor.of(graphs.predict(), pool).orElseThrow();
    scan = new LookUpScan(predict.firstLayer(), pool);
    saliency = LookUpGradient.of(graphs.saliency(GradientRule.GUIDED), true, pool).orElseThrow();
  }

  @Override
  public float[] scan(int from, int count) {
    return scan.maxima(tokens(from, count), count);
  }

  @Override
  public float[] predict(int from, int count) throws OrtException {
    return predict.scores(tokens(from, count), count, Sample.CLASSES).logits();
  }

  @Override
  public float[] saliency(int from, int count) throws OrtException {
    return saliency.gradient(tokens(from, count), count, weights(from, count));
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
    predict.close();
    saliency.close();
  }
}
