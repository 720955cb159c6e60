package org.motifworks.worker.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.SplittableRandom;

/**
 * Dropout for one layer and one epoch: a bank of values 0 or {@code 1 / (1 - rate)}, of which each
 * batch multiplies a view at a random offset. Drawing fresh masks would take a quarter of the
 * training time. Bank and offsets depend on (seed, epoch, layer) alone.
 */
final class DropoutMasks implements AutoCloseable {

  private static final int SPARE = 1 << 20;
  private static final int ALIGNMENT = 16;

  private final NDManager manager;
  private final SplittableRandom random;
  private final float[] values;
  private NDArray bank; // on the engine, once it is needed there

  DropoutMasks(NDManager manager, double rate, int largestBatchValues, SplittableRandom random) {
    this.manager = manager;
    this.random = random;
    values = new float[largestBatchValues + Math.min(SPARE, 4 * largestBatchValues)];
    float kept = (float) (1 / (1 - rate));
    long threshold = (long) (rate * (1L << 32));
    for (int i = 0; i < values.length; i += 2) {
      long bits = random.nextLong();
      values[i] = (bits >>> 32) < threshold ? 0 : kept;
      if (i + 1 < values.length) {
        values[i + 1] = (bits & 0xFFFFFFFFL) < threshold ? 0 : kept;
      }
    }
  }

  /**
   * {@code input} with some values set to zero and the others scaled up.
   *
   * @param input {@code [batch, units]}, or a channels-last map {@code [batch, channels, 1,
   *     length]}
   */
  NDArray apply(NDArray input) {
    Shape shape = input.getShape();
    if (bank == null) {
      bank = manager.create(values);
    }
    int size = (int) shape.size();
    int offset = next(size);
    NDArray mask = bank.get(new NDIndex().addSliceDim(offset, offset + size));
    mask.attach(input.getManager());
    if (shape.dimension() == 2) {
      return input.mul(mask.reshape(shape));
    }
    Shape channelsLast = new Shape(shape.get(0), 1, shape.get(3), shape.get(1));
    return input.mul(mask.reshape(channelsLast).transpose(0, 3, 1, 2));
  }

  /** Where in {@link #values} the next mask of so many values begins. */
  int next(int size) {
    int places = (values.length - size) / ALIGNMENT;
    return random.nextInt(places + 1) * ALIGNMENT;
  }

  /** The bank. */
  float[] values() {
    return values;
  }

  /** Multiplies values with a part of a bank, in place. */
  static void multiply(float[] values, int at, float[] bank, int from, int size) {
    for (int i = 0; i < size; i++) {
      values[at + i] *= bank[from + i];
    }
  }

  @Override
  public void close() {
    if (bank != null) {
      bank.close();
    }
  }
}
