package org.motifworks.inference;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.motifworks.core.scan.FilterScanner;
import org.motifworks.inference.check.GraphFootprint;

/**
 * What follows the first layer, open, and the working memory of the threads that feed it. A batch
 * is cut into parts of the same size for any number of threads, so that results do not depend on
 * it.
 */
final class Tail implements AutoCloseable {
  static final int PART = 64;
  private static final OrtEnvironment ENVIRONMENT = OrtEnvironment.getEnvironment();

  private final FirstLayer layer;
  private final InferencePool pool;
  private final OrtSession session;
  private final int channels;
  private final Map<String, long[]> shapes = new HashMap<>();
  private final Queue<Lane> idle = new ConcurrentLinkedQueue<>();
  private final GraphFootprint footprint;
  private final AtomicInteger lanes = new AtomicInteger();
  private final AtomicLong laneBytes = new AtomicLong();

  Tail(FirstLayer layer, GraphCut cut, InferencePool pool) throws OrtException {
    this.layer = layer;
    this.pool = pool;
    this.session = InferencePool.open(cut.graph());
    this.channels = cut.channels();
    this.footprint = cut.footprint();
    for (Map.Entry<String, NodeInfo> output : session.getOutputInfo().entrySet()) {
      shapes.put(output.getKey(), ((TensorInfo) output.getValue().getInfo()).getShape());
    }
  }

  /** Computes with {@code count} sequences from {@code first} on. */
  interface Work {
    void run(Lane lane, int first, int count) throws OrtException;
  }

  /** Goes through a batch, as many parts at a time as there are threads. */
  void each(int rows, Work work) throws OrtException {
    pool.each(
        (rows + PART - 1) / PART,
        part -> {
          Lane free = idle.poll();
          Lane lane = free == null ? new Lane() : free;
          work.run(lane, part * PART, Math.min(PART, rows - part * PART));
          laneBytes.addAndGet(lane.growth());
          idle.add(lane);
        });
  }

  /**
   * About how many bytes it holds: working memory is counted, the session's estimated, a part of a
   * batch for each thread that ever ran at the same time.
   */
  long bytes() {
    return laneBytes.get() + footprint.heldBytes((long) lanes.get() * PART);
  }

  /** Bytes of working memory a thread holds for each sequence of a part. */
  static long laneBytes(FirstLayer layer, int channels) {
    return 3L * Float.BYTES * channels * layer.windows(); // sums twice, and positions
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }

  /** Working memory of one thread at a time. */
  final class Lane {
    private final int cells = channels * layer.windows();
    private final FilterScanner scanner = layer.scanner();
    private final FloatBuffer shared = direct(PART * cells);
    private final Map<String, FloatBuffer> results = new HashMap<>();

    /** Shape {@code [PART, channels, windows]}: the filters', then zeros. */
    final float[] pooled = new float[PART * cells];

    /** Where each value of {@link #pooled} lies in the feature map. */
    final int[] positions = new int[PART * cells];

    private long counted;

    Lane() {
      lanes.incrementAndGet();
    }

    /** Bytes it holds that were not told before. */
    long growth() {
      long outputs = results.values().stream().mapToLong(FloatBuffer::capacity).sum();
      long now = PART * laneBytes(layer, channels) + scanner.bytes() + Float.BYTES * outputs;
      long growth = now - counted;
      counted = now;
      return growth;
    }

    /** Where a filter's map begins in {@link #pooled}. */
    int cell(int row, int filter) {
      return row * cells + filter * layer.windows();
    }

    /** The first layer of {@code count} sequences. */
    void scan(byte[] tokens, int first, int count, boolean withPositions) {
      for (int row = 0; row < count; row++) {
        scanner.pooled(
            tokens,
            (first + row) * layer.window(),
            layer.window(),
            layer.poolSize(),
            layer.poolStride(),
            pooled,
            withPositions ? positions : null,
            row * cells);
      }
    }

    /**
     * The rest of the network for what was scanned.
     *
     * @param weights one row a sequence, by name; none when null
     * @return the outputs in their order, valid until the next call
     */
    List<FloatBuffer> rest(int count, String weightsName, FloatBuffer weights, List<String> outputs)
        throws OrtException {
      shared.clear().put(pooled, 0, count * cells).flip();
      Map<String, OnnxTensor> inputs = new HashMap<>();
      Map<String, OnnxTensor> written = new HashMap<>();
      try {
        long[] shape = {count, channels, 1, layer.windows()};
        inputs.put(layer.output(), OnnxTensor.createTensor(ENVIRONMENT, shared, shape));
        if (weights != null) {
          long[] rows = {count, weights.remaining() / count};
          inputs.put(weightsName, OnnxTensor.createTensor(ENVIRONMENT, weights, rows));
        }
        Set<String> others = new HashSet<>();
        for (String output : outputs) {
          if (isKnown(output)) written.put(output, place(output, count));
          else others.add(output);
        }
        try (OrtSession.Result result = session.run(inputs, others, written)) {
          for (String output : others) {
            results.put(output, ((OnnxTensor) result.get(output).orElseThrow()).getFloatBuffer());
          }
        }
        return outputs.stream().map(results::get).toList();
      } finally {
        inputs.values().forEach(OnnxTensor::close);
        written.values().forEach(OnnxTensor::close);
      }
    }

    /** Whether all dimensions but the batch's are known before the graph is run. */
    private boolean isKnown(String output) {
      return Arrays.stream(shapes.get(output)).skip(1).allMatch(size -> size > 0);
    }

    /** Where ONNX Runtime is to write an output, so that it need not be copied. */
    private OnnxTensor place(String output, int count) throws OrtException {
      long[] shape = shapes.get(output).clone();
      int row = Math.toIntExact(Arrays.stream(shape).skip(1).reduce(1, Math::multiplyExact));
      FloatBuffer buffer = results.computeIfAbsent(output, missing -> direct(PART * row));
      shape[0] = count;
      return OnnxTensor.createTensor(ENVIRONMENT, buffer.slice(0, count * row), shape);
    }
  }

  private static FloatBuffer direct(int floats) {
    return ByteBuffer.allocateDirect(Math.multiplyExact(floats, Float.BYTES))
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }
}
