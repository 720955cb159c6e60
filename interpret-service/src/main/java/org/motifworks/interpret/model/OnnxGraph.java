package org.motifworks.interpret.model;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One ONNX file, open. Inputs are lent for the length of a call, outputs are copied out, and every
 * native value is closed before the call returns.
 */
final class OnnxGraph implements AutoCloseable {
  private final OnnxRuntime runtime;
  private final String name;
  private final OrtSession session;

  OnnxGraph(OnnxRuntime runtime, String name, OrtSession session) {
    this.runtime = runtime;
    this.name = name;
    this.session = session;
  }

  /** An output with its shape. */
  @SuppressWarnings("ArrayRecordComponent") // read once, at once
  record Output(long[] shape, float[] values) {
    int dimension(int index) {
      return Math.toIntExact(shape[index]);
    }
  }

  /**
   * Refuses a graph that lacks an input or output this program will ask for.
   *
   * @throws InferenceException {@code model.corrupt}
   */
  OnnxGraph require(Set<String> inputs, Set<String> outputs) {
    if (session.getInputNames().equals(inputs) && session.getOutputNames().containsAll(outputs)) {
      return this;
    }
    String found = session.getInputNames() + " to " + session.getOutputNames();
    close();
    throw new InferenceException(
        "model.corrupt", name + " takes " + found + ", not " + inputs + " to " + outputs);
  }

  /** Whether it has such an output. */
  boolean gives(String output) {
    return session.getOutputNames().contains(output);
  }

  /** Runs on a batch of sequences alone. */
  List<Output> run(TokenBatch batch, List<String> outputs) {
    try (OnnxTensor tokens = tokens(batch)) {
      return run(Map.of("tokens", tokens), outputs);
    } catch (OrtException e) {
      throw failed(e);
    }
  }

  /** Runs on sequences and one row of weights a sequence, {@code [rows, columns]}. */
  List<Output> run(
      TokenBatch batch, String weightsName, FloatBuffer weights, List<String> outputs) {
    long[] shape = {batch.rows(), weights.remaining() / batch.rows()};
    try (OnnxTensor tokens = tokens(batch);
        OnnxTensor rows = OnnxTensor.createTensor(runtime.environment(), weights, shape)) {
      return run(Map.of("tokens", tokens, weightsName, rows), outputs);
    } catch (OrtException e) {
      throw failed(e);
    }
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw failed(e);
    }
  }

  private OnnxTensor tokens(TokenBatch batch) throws OrtException {
    long[] shape = {batch.rows(), batch.window()};
    return OnnxTensor.createTensor(
        runtime.environment(), batch.filled(), shape, OnnxJavaType.UINT8);
  }

  private List<Output> run(Map<String, OnnxTensor> inputs, List<String> outputs)
      throws OrtException {
    List<Output> copies = new ArrayList<>();
    try (OrtSession.Result result = session.run(new LinkedHashMap<>(inputs), Set.copyOf(outputs))) {
      for (String output : outputs) {
        OnnxTensor tensor = (OnnxTensor) result.get(output).orElseThrow();
        copies.add(new Output(((TensorInfo) tensor.getInfo()).getShape(), values(tensor)));
      }
    }
    return copies;
  }

  private static float[] values(OnnxTensor tensor) {
    FloatBuffer copy = tensor.getFloatBuffer();
    if (copy.hasArray() && copy.array().length == copy.remaining()) return copy.array();
    float[] values = new float[copy.remaining()];
    copy.get(values);
    return values;
  }

  private InferenceException failed(OrtException e) {
    return new InferenceException("inference.failed", name + ": " + e.getMessage(), e);
  }
}
