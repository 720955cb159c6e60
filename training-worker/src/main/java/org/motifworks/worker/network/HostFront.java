package org.motifworks.worker.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;
import org.motifworks.core.architecture.Architecture;
import org.motifworks.core.architecture.ConvolutionBlock;
import org.motifworks.core.architecture.PoolSpec;
import org.motifworks.core.architecture.TrainingSettings;
import org.motifworks.worker.lookup.LayerGeometry;
import org.motifworks.worker.lookup.PooledScan;
import org.motifworks.worker.patch.BlockGeometry;
import org.motifworks.worker.patch.MapConvolution;
import org.motifworks.worker.patch.PaddedMaps;

/**
 * The front of a network, computed beside the engine: the first convolution block by table
 * look-ups, and the second by moments where that is less work. Who computes the rest gets what
 * leaves the last of their pools, and gives the gradient there.
 */
final class HostFront {

  private final PooledScan scan;
  private final HostBlock first;
  private final int firstWindows;
  private final ConvolutionBlock between; // the first block, whose activation and dropout follow
  private final MapConvolution convolution; // null where the engine computes the second block
  private final HostBlock second;
  private final int windows;
  private final int filters;
  private final int firstFilters;

  private int count;
  private float[] firstOutput;
  private float[] mask; // null without dropout
  private int maskAt;
  private NDArray output;

  /** The front of an architecture; empty where it has to be left to the engine. */
  static Optional<HostFront> of(
      Architecture architecture, TrainingSettings settings, int window, ParameterStore parameters) {
    ConvolutionBlock block = architecture.convolutions().get(0);
    int batch = Math.max(settings.batchSize(), NetworkTrainer.EVALUATION_BATCH);
    LayerGeometry geometry = LayerGeometry.of(block, window, filters(parameters, "conv1"));
    return block.stride() == 1 && geometry.suitsLookUps(batch)
        ? Optional.of(new HostFront(architecture, settings, geometry, parameters, batch))
        : Optional.empty();
  }

  private HostFront(
      Architecture architecture,
      TrainingSettings settings,
      LayerGeometry geometry,
      ParameterStore parameters,
      int batch) {
    scan = new PooledScan(geometry);
    first = new HostBlock("conv1", scan, settings, parameters);
    firstWindows = geometry.windows();
    firstFilters = geometry.filters();
    between = architecture.convolutions().get(0);
    BlockGeometry next = second(architecture, firstWindows, parameters);
    boolean suits = next != null && next.suitsMoments(batch);
    convolution = suits ? new MapConvolution(next, between.filters()) : null;
    second = suits ? new HostBlock("conv2", convolution, settings, parameters) : null;
    windows = suits ? next.windows() : firstWindows;
    filters = suits ? next.filters() : firstFilters;
  }

  private static BlockGeometry second(
      Architecture architecture, int length, ParameterStore parameters) {
    if (architecture.convolutions().size() < 2) {
      return null;
    }
    ConvolutionBlock block = architecture.convolutions().get(1);
    if (block.stride() != 1 || block.dilation() != 1) {
      return null;
    }
    PoolSpec pool = block.pool() == null ? PoolSpec.of(1) : block.pool();
    int channels = filters(parameters, "conv1");
    return new BlockGeometry(length, channels, filters(parameters, "conv2"), block.size(), pool);
  }

  private static int filters(ParameterStore parameters, String layer) {
    return (int) parameters.array(layer + ".weight").getShape().get(0);
  }

  /** Convolution blocks that it computes. */
  int blocks() {
    return second == null ? 1 : 2;
  }

  /** Positions that leave the last block's pool. */
  int windows() {
    return windows;
  }

  /** Filters of the last block, filled up. */
  int filters() {
    return filters;
  }

  /**
   * What leaves the last block's pool, on the engine: float32 {@code [count, filters, 1, windows]},
   * channels last. Parameters as of {@link #values}.
   */
  NDArray pooled(byte[] tokens, int count, List<DropoutMasks> dropout, NDManager manager) {
    FloatBuffer values =
        FloatBuffer.wrap(values(tokens, count, dropout), 0, count * windows * filters);
    output = manager.create(values, new Shape(count, 1, windows, filters));
    output.setRequiresGradient(dropout != null);
    return output.transpose(0, 3, 1, 2);
  }

  /**
   * What leaves the last block's pool, {@code [count, windows, filters]}; the array may be longer
   * and is used again.
   *
   * @param tokens {@code [count, window]}; not to be changed until {@link #backward}
   * @param dropout masks of the network's layers, in order; null outside training
   */
  float[] values(byte[] tokens, int count, List<DropoutMasks> dropout) {
    boolean training = dropout != null;
    this.count = count;
    scan.read(tokens);
    float[] pooled = first.pooled(count, training);
    if (second != null) {
      firstOutput = pooled;
      fill(training && between.dropout() > 0 ? dropout.get(0) : null);
      pooled = second.pooled(count, training);
    }
    return pooled;
  }

  /** Brings what left the first block through its activation and dropout into the second. */
  private void fill(DropoutMasks dropout) {
    int row = firstWindows * firstFilters;
    mask = dropout == null ? null : dropout.values();
    maskAt = dropout == null ? 0 : dropout.next(count * row);
    PaddedMaps maps = convolution.maps();
    maps.reserve(count);
    for (int b = 0; b < count; b++) {
      HostActivation.apply(
          between.activation(), firstOutput, b * row, maps.values(), maps.at(b, 0), row);
      if (mask != null) {
        DropoutMasks.multiply(maps.values(), maps.at(b, 0), mask, maskAt + b * row, row);
      }
    }
  }

  /** Hands what the engine's backward pass left at the output on to the blocks' parameters. */
  void backward() {
    try (NDArray outputGradient = output.getGradient()) {
      backward(outputGradient.toFloatArray());
    }
  }

  /**
   * Hands the gradient at the output on to the blocks' parameters.
   *
   * @param gradientAtOutput {@code [count, windows, filters]}
   */
  void backward(float[] gradientAtOutput) {
    float[] gradient = gradientAtOutput;
    if (second != null) {
      second.backward(gradient);
      gradient = atFirst(convolution.inputGradient(second.atMaxima(), second.own(), second.all()));
    }
    first.backward(gradient);
  }

  /** The way back through dropout and activation. */
  private float[] atFirst(PaddedMaps gradients) {
    int row = firstWindows * firstFilters;
    float[] values = gradients.values();
    float[] gradient = new float[count * row];
    for (int b = 0; b < count; b++) {
      if (mask != null) {
        DropoutMasks.multiply(values, gradients.at(b, 0), mask, maskAt + b * row, row);
      }
      HostActivation.back(
          between.activation(), values, gradients.at(b, 0), firstOutput, gradient, b * row, row);
    }
    return gradient;
  }
}
