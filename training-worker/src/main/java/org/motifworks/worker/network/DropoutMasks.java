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

  private final NDArray bank;
  private final SplittableRandom random;

  DropoutMasks(NDManager manager, double rate, int largestBatchValues, SplittableRandom random) {
    this.random = random;
    float[] values = new float[largestBatchValues + Math.min(SPARE, 4 * largestBatchValues)];
    float kept = (float) (1 / (1 - rate));
    long threshold = (long) (rate * (1L << 32));
    for (int i = 0; i < values.length; i += 2) {
      long bits = random.nextLong();
      values[i] = (bits >>> 32) < threshold ? 0 : kept;
      if (i + 1 < values.length) {
        values[i + 1] = (bits & 0xFFFFFFFFL) < threshold ? 0 : kept;
      }
    }
    bank = manager.create(values);
  }

  /**
   * {@code input} with some values set to zero and the others scaled up.
   *
   * @param input {@code [batch, units]}, or a channels-last map {@code [batch, channels, 1,
   *     length]}
   * @param filters channels of the input that are not filling
   */
  NDArray apply(NDArray input, int filters) {
    Shape whole = input.getShape();
    if (whole.dimension() == 2) {
      return input.mul(next(input, whole));
    }
    Shape shape = new Shape(whole.get(0), filters, 1, whole.get(3));
    NDManager manager = input.getManager();
    // a product of two layouts is slow, and it is taken twice
    NDArray mask = manager.zeros(new Shape(whole.get(0), 1, whole.get(3), whole.get(1)));
    NDArray channelsLast = next(input, shape).transpose(0, 2, 3, 1);
    mask.set(new NDIndex().addAllDim(3).addSliceDim(0, filters), channelsLast);
    return input.mul(mask.transpose(0, 3, 1, 2));
  }

  private NDArray next(NDArray input, Shape shape) {
    int size = (int) shape.size();
    int places = ((int) bank.size() - size) / ALIGNMENT;
    int offset = random.nextInt(places + 1) * ALIGNMENT;
    NDArray mask = bank.get(new NDIndex().addSliceDim(offset, offset + size));
    mask.attach(input.getManager());
    return mask.reshape(shape);
  }

  @Override
  public void close() {
    bank.close();
  }
}
