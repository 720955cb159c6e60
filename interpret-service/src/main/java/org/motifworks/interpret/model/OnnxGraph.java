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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.motifworks.inference.check.GraphFootprint;

/**
 * One ONNX file, open. Inputs are lent for the length of a call, outputs are copied out, and every
 * native value is closed before the call returns.
 */
final class OnnxGraph implements AutoCloseable {
  private static final int LARGEST_BATCH = 1 << 16;

  private final OnnxRuntime runtime;
  private final String name;
  private final OrtSession session;
  private final GraphFootprint footprint;
  private final int rowsAtOnce;
  private final AtomicInteger largestBatch = new AtomicInteger();

  OnnxGraph(
      OnnxRuntime runtime,
      String name,
      OrtSession session,
      GraphFootprint footprint,
      long batchBytes) {
    this.runtime = runtime;
    this.name = name;
    this.session = session;
    this.footprint = footprint;
    long rows = batchBytes / Math.max(1, footprint.sequenceBytes());
    this.rowsAtOnce = (int) Math.max(1, Math.min(LARGEST_BATCH, rows));
  }

  /** An output with its shape. */
  @SuppressWarnings("ArrayRecordComponent") // read once, at once
  record Output(long[] shape, float[] values) {
    int dimension(int index) {
      return Math.toIntExact(shape[index]);
    }

    /** Those of a batch's parts, one after the other. */
    static Output joined(List<Output> parts) {
      long[] shape = parts.get(0).shape.clone();
      shape[0] = parts.stream().mapToLong(part -> part.shape[0]).sum();
      int count = parts.stream().mapToInt(part -> part.values.length).sum();
      FloatBuffer all = FloatBuffer.allocate(count);
      parts.forEach(part -> all.put(part.values));
      return new Output(shape, all.array());
    }
  }

  /** Whether it has such an output. */
  boolean gives(String output) {
    return session.getOutputNames().contains(output);
  }

  /** Runs on a batch of sequences alone. */
  List<Output> run(TokenBatch batch, List<String> outputs) {
    return inParts(batch, null, null, outputs);
  }

  /** Runs on sequences and one row of weights a sequence, {@code [rows, columns]}. */
  List<Output> run(
      TokenBatch batch, String weightsName, FloatBuffer weights, List<String> outputs) {
    return inParts(batch, weightsName, weights, outputs);
  }

  /**
   * About how many bytes it holds, by the largest batch it has run; see {@link
   * GraphFootprint#heldBytes}.
   */
  long bytes() {
    return footprint.heldBytes(largestBatch.get());
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw failed(e);
    }
  }

  private List<Output> inParts(
      TokenBatch batch, String weightsName, FloatBuffer weights, List<String> outputs) {
    int rows = batch.rows();
    largestBatch.accumulateAndGet(Math.min(rows, rowsAtOnce), Math::max);
    try {
      if (rows <= rowsAtOnce) return part(batch, 0, rows, weightsName, weights, outputs);
      List<List<Output>> parts = new ArrayList<>();
      for (int first = 0; first < rows; first += rowsAtOnce) {
        int count = Math.min(rowsAtOnce, rows - first);
        parts.add(part(batch, first, count, weightsName, weights, outputs));
      }
      return IntStream.range(0, outputs.size())
          .mapToObj(i -> Output.joined(parts.stream().map(part -> part.get(i)).toList()))
          .toList();
    } catch (OrtException e) {
      throw failed(e);
    }
  }

  private List<Output> part(
      TokenBatch batch,
      int first,
      int count,
      String weightsName,
      FloatBuffer weights,
      List<String> outputs)
      throws OrtException {
    try (OnnxTensor tokens = tokens(batch, first, count)) {
      if (weights == null) return run(Map.of("tokens", tokens), outputs);
      int columns = weights.remaining() / batch.rows();
      FloatBuffer some = weights.slice(weights.position() + first * columns, count * columns);
      try (OnnxTensor rows =
          OnnxTensor.createTensor(runtime.environment(), some, new long[] {count, columns})) {
        return run(Map.of("tokens", tokens, weightsName, rows), outputs);
      }
    }
  }

  private OnnxTensor tokens(TokenBatch batch, int first, int count) throws OrtException {
    int window = batch.window();
    return OnnxTensor.createTensor(
        runtime.environment(),
        batch.filled().slice(first * window, count * window),
        new long[] {count, window},
        OnnxJavaType.UINT8);
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
