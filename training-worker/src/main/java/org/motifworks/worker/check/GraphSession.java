package org.motifworks.worker.check;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** One exported graph, opened in ONNX Runtime on the CPU. Used by one thread. */
public final class GraphSession implements AutoCloseable {

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final int window;

  /**
   * Opens a graph.
   *
   * @param model its bytes
   * @param threads that one run uses
   */
  public GraphSession(byte[] model, int threads) throws OrtException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(threads);
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      session = environment.createSession(model, options);
    }
    NodeInfo tokens = session.getInputInfo().get("tokens");
    window = (int) ((TensorInfo) tokens.getInfo()).getShape()[1];
  }

  /** Version of ONNX Runtime. */
  public static String version() {
    return OrtEnvironment.getEnvironment().getVersion();
  }

  /** Names of what the graph gives. */
  public Set<String> outputs() {
    return session.getOutputNames();
  }

  /**
   * Runs the graph.
   *
   * @param tokens uint8 {@code [count, window]}
   * @param classWeights {@code [count, classes]} for a saliency graph, else null
   * @param output the output's name
   * @return its values, row-major
   */
  public float[] run(byte[] tokens, float[] classWeights, String output) throws OrtException {
    int count = tokens.length / window;
    ByteBuffer bytes = ByteBuffer.allocateDirect(tokens.length).put(tokens).flip();
    Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
    try (OnnxTensor sequences =
            OnnxTensor.createTensor(
                environment, bytes, new long[] {count, window}, OnnxJavaType.UINT8);
        OnnxTensor weights =
            classWeights == null
                ? null
                : OnnxTensor.createTensor(
                    environment,
                    FloatBuffer.wrap(classWeights),
                    new long[] {count, classWeights.length / count})) {
      inputs.put("tokens", sequences);
      if (weights != null) {
        inputs.put("class_weights", weights);
      }
      try (OrtSession.Result result = session.run(inputs)) {
        OnnxTensor tensor = (OnnxTensor) result.get(output).orElseThrow();
        FloatBuffer values = tensor.getFloatBuffer();
        float[] copy = new float[values.remaining()];
        values.get(copy);
        return copy;
      }
    }
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
