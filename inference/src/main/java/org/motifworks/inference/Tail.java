package org.motifworks.inference;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.motifworks.core.scan.FilterScanner;
import org.motifworks.core.scan.InputGradient;

/**
 * What follows the first layer, open, and the working memory of the threads that feed it. A batch
 * is cut into parts of the same size for any number of threads, so that results do not depend on
 * it.
 */
final class Tail implements AutoCloseable {
  static final int PART = 64;

  private final FirstLayer layer;
  private final InferencePool pool;
  private final OrtSession session;
  private final int channels;
  private final Queue<Lane> idle = new ConcurrentLinkedQueue<>();

  Tail(FirstLayer layer, GraphCut cut, InferencePool pool) throws OrtException {
    this.layer = layer;
    this.pool = pool;
    this.session = InferencePool.open(cut.graph());
    this.channels = cut.channels();
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
          idle.add(lane);
        });
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }

  /** Working memory of one thread at a time. */
  final class Lane {
    private final int cells = channels * layer.windows();
    private final FilterScanner scanner = layer.scanner();
    private final FloatBuffer shared =
        ByteBuffer.allocateDirect(PART * cells * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();

    /** Shape {@code [PART, channels, windows]}: the filters', then zeros. */
    final float[] pooled = new float[PART * cells];

    /** Where each value of {@link #pooled} lies in the feature map. */
    final int[] positions = new int[PART * cells];

    final InputGradient gradient = new InputGradient(layer.tables());

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
     */
    float[][] rest(int count, String weightsName, FloatBuffer weights, List<String> outputs)
        throws OrtException {
      shared.clear().put(pooled, 0, count * cells).flip();
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      long[] shape = {count, channels, 1, layer.windows()};
      Map<String, OnnxTensor> inputs = new HashMap<>();
      try (OnnxTensor map = OnnxTensor.createTensor(environment, shared, shape);
          OnnxTensor rows =
              weights == null
                  ? null
                  : OnnxTensor.createTensor(
                      environment, weights, new long[] {count, weights.remaining() / count})) {
        inputs.put(layer.output(), map);
        if (rows != null) inputs.put(weightsName, rows);
        float[][] values = new float[outputs.size()][];
        try (OrtSession.Result result = session.run(inputs, Set.copyOf(outputs))) {
          for (int i = 0; i < values.length; i++) {
            FloatBuffer found =
                ((OnnxTensor) result.get(outputs.get(i)).orElseThrow()).getFloatBuffer();
            values[i] = new float[found.remaining()];
            found.get(values[i]);
          }
        }
        return values;
      }
    }
  }
}
