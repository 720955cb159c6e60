package org.motifworks.worker.bench;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.motifworks.worker.onnx.GradientRule;
import org.motifworks.worker.onnx.ModelGraphs;

/**
 * The plain use of ONNX Runtime: graphs of float one-hot input that is ready in memory, at the
 * library's defaults but for the number of threads.
 */
final class LibraryPaths implements ModelPaths {

  private static final int ROW = 4 * Sample.WINDOW;

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final FloatBuffer oneHot;
  private final OrtSession scan;
  private final OrtSession predict;
  private final OrtSession saliency;

  LibraryPaths(ModelGraphs graphs, Sample sample, int threads)
      throws OrtException, InvalidProtocolBufferException {
    float[] values = sample.oneHot();
    oneHot =
        ByteBuffer.allocateDirect(values.length * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer()
            .put(values)
            .flip();
    scan = open(PlainGraph.scan(graphs.filters()), threads);
    predict = open(PlainGraph.of(graphs.predict()), threads);
    saliency = open(PlainGraph.of(graphs.saliency(GradientRule.GUIDED)), threads);
  }

  private OrtSession open(byte[] graph, int threads) throws OrtException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(threads);
      return environment.createSession(graph, options);
    }
  }

  @Override
  public float[] scan(int from, int count) throws OrtException {
    return run(scan, from, count, null, "maxima");
  }

  @Override
  public float[] predict(int from, int count) throws OrtException {
    return run(predict, from, count, null, "logits");
  }

  @Override
  public float[] saliency(int from, int count) throws OrtException {
    return run(saliency, from, count, ProductPaths.weights(from, count), "saliency");
  }

  private float[] run(OrtSession session, int from, int count, float[] weights, String output)
      throws OrtException {
    FloatBuffer rows = oneHot.slice(from * ROW, count * ROW);
    Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
    try (OnnxTensor x =
            OnnxTensor.createTensor(environment, rows, new long[] {count, 4, 1, Sample.WINDOW});
        OnnxTensor chosen =
            weights == null
                ? null
                : OnnxTensor.createTensor(
                    environment, FloatBuffer.wrap(weights), new long[] {count, Sample.CLASSES})) {
      inputs.put(PlainGraph.INPUT, x);
      if (chosen != null) inputs.put("class_weights", chosen);
      try (OrtSession.Result result = session.run(inputs)) {
        FloatBuffer values = ((OnnxTensor) result.get(output).orElseThrow()).getFloatBuffer();
        float[] copy = new float[values.remaining()];
        values.get(copy);
        return copy;
      }
    }
  }

  @Override
  public void close() throws OrtException {
    scan.close();
    predict.close();
    saliency.close();
  }
}
