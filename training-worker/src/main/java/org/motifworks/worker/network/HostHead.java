package org.motifworks.worker.network;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.motifworks.core.architecture.Architecture;
import org.motifworks.core.architecture.ConvolutionBlock;
import org.motifworks.core.architecture.DenseBlock;
import org.motifworks.core.architecture.TrainingSettings;

/**
 * What follows the last convolution's pool, in training: its activation and dropout, and the dense
 * layers, there and back.
 */
final class HostHead {

  private final ConvolutionBlock last;
  private final int masksBefore; // dropout masks of the blocks before the last
  private final int windows;
  private final int filled; // filters of the front, with its filling
  private final List<DenseBlock> blocks;
  private final List<HostDense> layers = new ArrayList<>();

  private int count;
  private float[] pooled;
  private float[] mask; // null without dropout
  private int maskAt;

  /** The head of an architecture; empty where its front leaves a convolution to the engine. */
  static Optional<HostHead> of(
      Architecture architecture,
      TrainingSettings settings,
      HostFront front,
      ParameterStore parameters) {
    return front.blocks() == architecture.convolutions().size()
        ? Optional.of(new HostHead(architecture, settings, front, parameters))
        : Optional.empty();
  }

  private HostHead(
      Architecture architecture,
      TrainingSettings settings,
      HostFront front,
      ParameterStore parameters) {
    List<ConvolutionBlock> convolutions = architecture.convolutions();
    last = convolutions.get(convolutions.size() - 1);
    masksBefore =
        (int)
            convolutions.subList(0, convolutions.size() - 1).stream()
                .filter(block -> block.dropout() > 0)
                .count();
    windows = front.windows();
    filled = front.filters();
    blocks = architecture.dense();
    for (int i = 0; i < blocks.size(); i++) {
      layers.add(HostDense.hidden("dense" + (i + 1), blocks.get(i), settings, parameters));
    }
    layers.add(HostDense.output("output", parameters));
  }

  /**
   * Logits of a batch, {@code [count, classes]}.
   *
   * @param pooled what leaves the front, {@code [count, windows, filters]}; not to be changed until
   *     {@link #backward}
   * @param dropout masks of the network's layers, in order
   * @param scratch lives until {@link #backward}
   */
  float[] logits(float[] pooled, int count, List<DropoutMasks> dropout, NDManager scratch) {
    this.pooled = pooled;
    this.count = count;
    int masks = masksBefore;
    DropoutMasks own = last.dropout() > 0 ? dropout.get(masks++) : null;
    float[] values = flattened(own);
    for (int i = 0; i < layers.size(); i++) {
      boolean drops = i < blocks.size() && blocks.get(i).dropout() > 0;
      values = layers.get(i).forward(values, count, drops ? dropout.get(masks++) : null, scratch);
    }
    return values;
  }

  /**
   * The gradient at what left the front, {@code [count, windows, filters]}; the parameters get
   * theirs.
   *
   * @param slopes at the logits; is overwritten
   */
  float[] backward(float[] slopes, NDManager scratch) {
    float[] gradient = slopes;
    for (int i = layers.size() - 1; i >= 0; i--) {
      gradient = layers.get(i).backward(gradient, scratch);
    }
    float[] maps = new float[count * windows * filled];
    for (int b = 0; b < count; b++) {
      for (int w = 0; w < windows; w++) {
        for (int f = 0; f < last.filters(); f++) {
          maps[(b * windows + w) * filled + f] = gradient[(b * last.filters() + f) * windows + w];
        }
      }
    }
    if (mask != null) {
      DropoutMasks.multiply(maps, 0, mask, maskAt, maps.length);
    }
    HostActivation.back(last.activation(), maps, 0, pooled, maps, 0, maps.length);
    return maps;
  }

  /** Through activation and dropout to {@code [count, filters x windows]}, as dense weights lie. */
  private float[] flattened(DropoutMasks dropout) {
    float[] maps = new float[count * windows * filled];
    HostActivation.apply(last.activation(), pooled, 0, maps, 0, maps.length);
    mask = dropout == null ? null : dropout.values();
    if (mask != null) {
      maskAt = dropout.next(maps.length);
      DropoutMasks.multiply(maps, 0, mask, maskAt, maps.length);
    }
    float[] flat = new float[count * last.filters() * windows];
    for (int b = 0; b < count; b++) {
      for (int f = 0; f < last.filters(); f++) {
        for (int w = 0; w < windows; w++) {
          flat[(b * last.filters() + f) * windows + w] = maps[(b * windows + w) * filled + f];
        }
      }
    }
    return flat;
  }
}
