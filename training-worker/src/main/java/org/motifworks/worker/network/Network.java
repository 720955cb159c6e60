package org.motifworks.worker.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import java.util.List;
import org.motifworks.core.architecture.Activation;
import org.motifworks.core.architecture.Architecture;
import org.motifworks.core.architecture.ConvolutionBlock;
import org.motifworks.core.architecture.DenseBlock;
import org.motifworks.core.architecture.PoolSpec;
import org.motifworks.core.architecture.SamePadding;
import org.motifworks.core.architecture.TrainingSettings;

/**
 * The forward pass on the engine: one-hot float32 {@code [batch, 4, 1, window]} to logits {@code
 * [batch, classes]}. Maps are 4-D with the channels innermost in memory ("channels last"), which
 * the engine keeps from layer to layer: pooling and batch norm then work on whole vectors, and
 * convolutions need no change of layout. The activation comes after the max-pool, which gives the
 * same values (all activations increase) for less work.
 */
final class Network {

  private final Architecture architecture;
  private final TrainingSettings settings;
  private final ParameterStore parameters;

  Network(Architecture architecture, TrainingSettings settings, ParameterStore parameters) {
    this.architecture = architecture;
    this.settings = settings;
    this.parameters = parameters;
  }

  /**
   * The logits.
   *
   * @param oneHot float32 {@code [batch, 4, 1, window]}, channels last
   * @param dropout masks of the layers that have dropout, in order; null outside training, when
   *     batch norm uses its running statistics
   */
  NDArray logits(NDArray oneHot, List<DropoutMasks> dropout) {
    return after(1, pooled(oneHot, 0, dropout != null), dropout);
  }

  /**
   * The logits, from what leaves a block's pool.
   *
   * @param blocks convolution blocks that {@code pooled} has gone through, the last one up to its
   *     pool
   */
  NDArray after(int blocks, NDArray pooled, List<DropoutMasks> dropout) {
    boolean training = dropout != null;
    int masks = 0;
    int filters = 4;
    NDArray x = pooled;
    for (int i = 0; i < architecture.convolutions().size(); i++) {
      ConvolutionBlock block = architecture.convolutions().get(i);
      boolean drops = training && block.dropout() > 0;
      if (i >= blocks - 1) {
        x = i < blocks ? x : pooled(x, i, training);
        x = activation(x, block.activation());
        x = drops ? dropout.get(masks).apply(x) : x;
      }
      masks += drops ? 1 : 0;
      filters = block.filters();
    }
    x = withoutFilling(x, filters);
    x = x.reshape(x.getShape().get(0), -1);
    for (int i = 0; i < architecture.dense().size(); i++) {
      DenseBlock block = architecture.dense().get(i);
      String layer = "dense" + (i + 1);
      x = dense(x, layer);
      x = block.batchNorm() ? batchNorm(x, layer, training) : x;
      x = activation(x, block.activation());
      if (training && block.dropout() > 0) {
        x = dropout.get(masks++).apply(x);
      }
    }
    return dense(x, "output");
  }

  /** A block from its convolution to its pool. */
  private NDArray pooled(NDArray input, int index, boolean training) {
    ConvolutionBlock block = architecture.convolutions().get(index);
    String layer = "conv" + (index + 1);
    NDArray x = convolution(input, block, layer);
    x = block.batchNorm() ? batchNorm(x, layer, training) : x;
    return block.pool() == null ? x : pool(x, block.pool());
  }

  private NDArray convolution(NDArray x, ConvolutionBlock block, String layer) {
    SamePadding padding = SamePadding.of(length(x), block.span(), block.stride());
    int symmetric = Math.min(padding.left(), padding.right());
    NDArray padded = padded(x, padding.left() - symmetric, padding.right() - symmetric, 0);
    NDArray bias = parameters.has(layer + ".bias") ? parameters.array(layer + ".bias") : null;
    return padded
        .getNDArrayInternal()
        .convolution(
            padded,
            filled(parameters.array(layer + ".weight"), padded),
            bias,
            new Shape(1, block.stride()),
            new Shape(0, symmetric),
            new Shape(1, block.dilation()),
            1)
        .singletonOrThrow();
  }

  /** Convolution weights with zeros for the channels of {@code x} that are filling. */
  private static NDArray filled(NDArray weight, NDArray x) {
    long missing = x.getShape().get(1) - weight.getShape().get(1);
    if (missing == 0) {
      return weight;
    }
    Shape shape = weight.getShape();
    NDArray zeros = x.getManager().zeros(new Shape(shape.get(0), missing, 1, shape.get(3)));
    NDArray filled = weight.concat(zeros, 1);
    filled.attach(x.getManager());
    return filled;
  }

  /** Drops the channels that {@link ParameterStore} added. */
  private static NDArray withoutFilling(NDArray x, int filters) {
    if (x.getShape().get(1) == filters) {
      return x;
    }
    return x.get(new NDIndex().addAllDim().addSliceDim(0, filters));
  }

  private NDArray dense(NDArray x, String layer) {
    NDArray bias = parameters.has(layer + ".bias") ? parameters.array(layer + ".bias") : null;
    return Linear.linear(x, parameters.array(layer + ".weight"), bias).singletonOrThrow();
  }

  private NDArray batchNorm(NDArray x, String layer, boolean training) {
    return x.getNDArrayInternal()
        .batchNorm(
            x,
            parameters.array(layer + ".mean"),
            parameters.array(layer + ".variance"),
            parameters.array(layer + ".scale"),
            parameters.array(layer + ".shift"),
            1,
            (float) settings.batchNormMovingAverage(),
            (float) settings.batchNormEpsilon(),
            training)
        .singletonOrThrow();
  }

  /**
   * An overlapping pool of m strides is a pool of one stride, then one of m windows: same result,
   * far fewer maxima.
   */
  private static NDArray pool(NDArray x, PoolSpec pool) {
    SamePadding padding = SamePadding.of(length(x), pool.size(), pool.stride());
    NDArray padded = padded(x, padding.left(), padding.right(), Float.NEGATIVE_INFINITY);
    if (pool.overlapping() && pool.stride() > 1 && pool.size() % pool.stride() == 0) {
      NDArray stepped = maxima(padded, pool.stride(), pool.stride());
      return maxima(stepped, pool.size() / pool.stride(), 1);
    }
    return maxima(padded, pool.size(), pool.stride());
  }

  private static NDArray maxima(NDArray x, int size, int stride) {
    return x.getNDArrayInternal()
        .maxPool(new Shape(1, size), new Shape(1, stride), new Shape(0, 0), false);
  }

  private static NDArray padded(NDArray x, int left, int right, float value) {
    if (left == 0 && right == 0) {
      return x;
    }
    NDList parts = new NDList();
    if (left > 0) {
      parts.add(constant(x, left, value));
    }
    parts.add(x);
    if (right > 0) {
      parts.add(constant(x, right, value));
    }
    return NDArrays.concat(parts, 3);
  }

  /** Channels last like the map it is joined to, since a mixed join would lose the layout. */
  private static NDArray constant(NDArray like, int length, float value) {
    Shape shape = new Shape(like.getShape().get(0), 1, length, like.getShape().get(1));
    NDManager manager = like.getManager();
    return manager.full(shape, value, DataType.FLOAT32).transpose(0, 3, 1, 2);
  }

  private static NDArray activation(NDArray x, Activation activation) {
    if (activation == Activation.EXPONENTIAL) {
      return x.exp();
    }
    if (activation == Activation.SOFTPLUS) {
      // max(x, 0) + log(1 + exp(-|x|)) does not overflow
      return x.getNDArrayInternal().relu().add(x.abs().neg().exp().add(1).log());
    }
    return x.getNDArrayInternal().relu();
  }

  private static int length(NDArray x) {
    return (int) x.getShape().get(3);
  }
}
