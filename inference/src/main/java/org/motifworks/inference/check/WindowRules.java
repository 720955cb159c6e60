package org.motifworks.inference.check;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Convolutions and pools: a window goes along the dimensions after batch and channels. */
final class WindowRules {
  private WindowRules() {}

  static Rule.Result convolution(Operation operation) {
    Tensor x = operation.input(0);
    Tensor weight = operation.input(1);
    Window window = Window.of(operation, kernel(operation, x, weight));
    long groups = operation.integer("group", 1);
    long channels = weight.size(1).fixedCount("its number of channels");
    boolean fits = groups >= 1 && x.size(1).equals(Extent.fixed(channels).times(groups));
    operation.require(fits, "a filter has " + channels + " channels, its input " + x.size(1));
    operation.require(
        weight.size(0).count() % Math.max(1, groups) == 0, "its filters do not fit its groups");
    bias(operation, weight.size(0));
    List<Extent> shape = new ArrayList<>(List.of(x.size(0), weight.size(0)));
    shape.addAll(window.forward(x));
    Tensor y = Tensor.of(x.type(), shape);
    return Rule.Result.of(y.elements().times(channels).times(window.taps()), y);
  }

  static Rule.Result transposedConvolution(Operation operation) {
    operation.refuse(operation.has("output_shape"), "with output_shape");
    Tensor x = operation.input(0);
    Tensor weight = operation.input(1);
    Window window = Window.of(operation, kernel(operation, x, weight));
    boolean fits = operation.integer("group", 1) == 1 && x.size(1).equals(weight.size(0));
    operation.require(fits, "its channels do not fit, or are in groups");
    bias(operation, weight.size(1));
    long[] more = operation.integers("output_padding", x.rank() - 2, 0);
    List<Extent> shape = new ArrayList<>(List.of(x.size(0), weight.size(1)));
    shape.addAll(window.backward(x, more));
    Tensor y = Tensor.of(x.type(), shape);
    Extent work = x.elements().times(weight.size(1).count()).times(window.taps());
    return Rule.Result.of(work.times(2), y); // a column matrix is written, then added up
  }

  /** The largest of each window, and on request where they lie in the whole batch. */
  static Rule.Result maxPool(Operation operation) {
    operation.refuse(operation.integer("storage_order", 0) != 0, "by columns");
    // A window that lies beyond the map would have no index, and MaxUnpool writes where it is told.
    boolean beyond = operation.has("dilations") || operation.integer("ceil_mode", 0) != 0;
    operation.refuse(operation.outputs() > 1 && beyond, "with indices and dilations or ceil_mode");
    Tensor x = operation.input(0);
    Rule.Result pooled = averagePool(operation);
    Tensor y = pooled.outputs().get(0);
    Tensor indices =
        new Tensor(DataType.INT64, y.shape(), Optional.empty(), Optional.of(x.shape()));
    return Rule.Result.of(pooled.work(), y, indices);
  }

  static Rule.Result averagePool(Operation operation) {
    Tensor x = operation.input(0);
    spatial(operation, x);
    long[] kernel = operation.integers("kernel_shape", x.rank() - 2, 1);
    Window window = Window.of(operation, kernel);
    operation.require(window.touches(), "a pad is as large as the kernel");
    List<Extent> shape = new ArrayList<>(x.shape().subList(0, 2));
    shape.addAll(window.forward(x));
    Tensor y = Tensor.of(x.type(), shape);
    return Rule.Result.of(y.elements().times(window.taps()), y);
  }

  /**
   * The way back of a pool. Its indices say where to write: they must come from a pool, and count
   * in a map as large as what is written.
   */
  static Rule.Result unpool(Operation operation) {
    operation.refuse(operation.optional(2).isPresent(), "with an output shape");
    Tensor x = operation.input(0);
    Tensor indices = operation.input(1);
    spatial(operation, x);
    Window window = Window.of(operation, operation.integers("kernel_shape", x.rank() - 2, 1));
    List<Extent> shape = new ArrayList<>(x.shape().subList(0, 2));
    shape.addAll(window.backward(x, new long[x.rank() - 2]));
    boolean fits =
        indices.shape().equals(x.shape()) && indices.pooledFrom().filter(shape::equals).isPresent();
    operation.require(fits, "its indices are not those of the pool it is the way back of");
    return Rule.Result.of(Tensor.of(x.type(), shape));
  }

  static Rule.Result globalPool(Operation operation) {
    Tensor x = operation.input(0);
    spatial(operation, x);
    List<Extent> shape = new ArrayList<>(x.shape());
    for (int i = 2; i < shape.size(); i++) shape.set(i, Extent.ONE);
    return Rule.Result.of(x.elements(), Tensor.of(x.type(), shape));
  }

  private static long[] kernel(Operation operation, Tensor x, Tensor weight) {
    spatial(operation, x);
    operation.require(
        weight.rank() == x.rank(), "its weights have other dimensions than its input");
    long[] sizes =
        weight.shape().stream().skip(2).mapToLong(size -> size.fixedCount("its kernel")).toArray();
    boolean same =
        operation.integers("kernel_shape").map(told -> Arrays.equals(told, sizes)).orElse(true);
    operation.require(same, "kernel_shape differs from its weights");
    return sizes;
  }

  private static void bias(Operation operation, Extent filters) {
    boolean fits =
        operation.optional(2).map(bias -> bias.shape().equals(List.of(filters))).orElse(true);
    operation.require(fits, "its bias is not one value a filter");
  }

  private static void spatial(Operation operation, Tensor x) {
    operation.require(x.rank() >= 3, "a window needs 3 dimensions or more, not " + x.rank());
  }

  /**
   * A window's geometry, one value a spatial dimension; {@code pads} first all before, then all
   * after.
   */
  @SuppressWarnings("ArrayRecordComponent") // made for one reader, never compared
  private record Window(
      long[] kernel, long[] strides, long[] dilations, long[] pads, String padding, boolean ceil) {
    private static final Set<String> PADDINGS =
        Set.of("NOTSET", "VALID", "SAME_UPPER", "SAME_LOWER");

    static Window of(Operation operation, long[] kernel) {
      int count = kernel.length;
      Window window =
          new Window(
              kernel,
              operation.integers("strides", count, 1),
              operation.integers("dilations", count, 1),
              operation.integers("pads", 2 * count, 0),
              operation.text("auto_pad", "NOTSET"),
              operation.integer("ceil_mode", 0) != 0);
      for (long[] positive : List.of(kernel, window.strides, window.dilations)) {
        operation.require(
            Arrays.stream(positive).allMatch(value -> value >= 1),
            "kernel, strides and dilations must be 1 or more");
      }
      operation.require(
          Arrays.stream(window.pads).allMatch(value -> value >= 0), "a pad is negative");
      operation.require(PADDINGS.contains(window.padding), "auto_pad is unknown");
      return window;
    }

    /** Whether each window has a position that is no pad. */
    boolean touches() {
      for (int i = 0; i < pads.length; i++) {
        if (pads[i] >= kernel[i % kernel.length]) return false;
      }
      return true;
    }

    long taps() {
      return Arrays.stream(kernel).reduce(1, Math::multiplyExact);
    }

    List<Extent> forward(Tensor x) {
      List<Extent> sizes = new ArrayList<>(kernel.length);
      for (int i = 0; i < kernel.length; i++) sizes.add(Extent.fixed(forward(x, i)));
      return sizes;
    }

    private long forward(Tensor x, int i) {
      long length = x.size(i + 2).fixedCount("the length a window goes along");
      if (padding.startsWith("SAME")) return (length + strides[i] - 1) / strides[i];
      long room = length + padded(i) - span(i);
      if (room < 0) {
        throw GraphRefused.corrupt("a window of " + span(i) + " does not fit " + length);
      }
      long whole = room / strides[i] + 1;
      boolean onceMore = ceil && room % strides[i] != 0 && whole * strides[i] < length + pads[i];
      return onceMore ? whole + 1 : whole;
    }

    /** Sizes the windows came from. */
    List<Extent> backward(Tensor x, long[] more) {
      if (padding.startsWith("SAME")) throw GraphRefused.operator("auto_pad is not allowed here");
      List<Extent> sizes = new ArrayList<>(kernel.length);
      for (int i = 0; i < kernel.length; i++) {
        long windows = x.size(i + 2).fixedCount("the length a window goes along");
        long size = (windows - 1) * strides[i] + span(i) - padded(i) + more[i];
        sizes.add(Extent.fixed(size)); // less than 1 is refused as a shape
      }
      return sizes;
    }

    private long padded(int i) {
      return padding.equals("VALID") ? 0 : pads[i] + pads[i + kernel.length];
    }

    private long span(int i) {
      return (kernel[i] - 1) * dilations[i] + 1;
    }
  }
}
