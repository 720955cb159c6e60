package org.motifworks.inference.check;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Operators that change shapes. A shape that is computed must be known before the graph runs: from
 * constants and the shapes of other tensors alone.
 */
final class ShapeRules {
  private ShapeRules() {}

  static Rule.Result constant(Operation operation) {
    return Rule.Result.of(
        Constants.tensor(
            operation
                .tensor("value")
                .orElseThrow(
                    () -> GraphRefused.operator("Constant without value is not allowed"))));
  }

  static Rule.Result shape(Operation operation) {
    List<Extent> sizes = operation.input(0).shape();
    int rank = sizes.size();
    int start = clamped(operation.integer("start", 0), rank);
    int end = Math.max(start, clamped(operation.integer("end", rank), rank));
    List<Extent> part = sizes.subList(start, end);
    return Rule.Result.of(Tensor.known(DataType.INT64, List.of(Extent.fixed(part.size())), part));
  }

  private static int clamped(long place, int rank) {
    return (int) Math.max(0, Math.min(rank, place < 0 ? place + rank : place));
  }

  static Rule.Result reshape(Operation operation) {
    operation.refuse(operation.integer("allowzero", 0) != 0, "with allowzero");
    Tensor x = operation.input(0);
    List<Extent> shape = new ArrayList<>(operation.values(1));
    int open = -1;
    for (int i = 0; i < shape.size(); i++) {
      if (shape.get(i).count() == 0) {
        operation.require(i < x.rank(), "it keeps dimension " + i + ", which there is not");
        shape.set(i, x.size(i));
      } else if (shape.get(i).equals(Extent.fixed(-1))) {
        operation.require(open < 0, "two of its dimensions are left open");
        open = i;
      }
    }
    if (open >= 0) {
      shape.set(open, Extent.ONE);
      shape.set(open, quotient(operation, x.elements(), Tensor.product(shape)));
    }
    Tensor y = x.withShape(shape);
    operation.require(
        y.elements().equals(x.elements()), "shape " + shape + " for values of " + x.shape());
    return Rule.Result.of(y);
  }

  private static Extent quotient(Operation operation, Extent all, Extent others) {
    boolean fits =
        others.count() > 0
            && all.count() % others.count() == 0
            && (all.perSequence() || !others.perSequence());
    operation.require(fits, all + " values cannot be parted by " + others);
    return new Extent(all.count() / others.count(), all.perSequence() && !others.perSequence());
  }

  static Rule.Result flatten(Operation operation) {
    Tensor x = operation.input(0);
    long axis = operation.integer("axis", 1);
    int at = axis == x.rank() ? x.rank() : operation.axis(axis, x.rank());
    Extent rows = Tensor.product(x.shape().subList(0, at));
    Extent columns = Tensor.product(x.shape().subList(at, x.rank()));
    return Rule.Result.of(Tensor.of(x.type(), List.of(rows, columns)));
  }

  static Rule.Result squeeze(Operation operation) {
    Tensor x = operation.input(0);
    int[] axes = operation.axes(1, x.rank());
    operation.require(axes.length > 0, "it does not say which dimensions go");
    List<Extent> shape = new ArrayList<>(x.shape());
    for (int i = axes.length - 1; i >= 0; i--) {
      operation.require(shape.get(axes[i]).isOne(), "dimension " + axes[i] + " is not 1");
      shape.remove(axes[i]);
    }
    return Rule.Result.of(x.withShape(shape));
  }

  static Rule.Result unsqueeze(Operation operation) {
    Tensor x = operation.input(0);
    int added = operation.values(1).size();
    int[] axes = operation.axes(1, x.rank() + added);
    operation.require(axes.length == added, "it names a dimension twice");
    List<Extent> shape = new ArrayList<>(x.shape());
    for (int axis : axes) shape.add(axis, Extent.ONE);
    return Rule.Result.of(x.withShape(shape));
  }

  static Rule.Result transpose(Operation operation) {
    Tensor x = operation.input(0);
    long[] reversed = IntStream.range(0, x.rank()).mapToLong(i -> x.rank() - 1 - i).toArray();
    long[] order = operation.integers("perm").orElse(reversed);
    long[] sorted = order.clone();
    Arrays.sort(sorted);
    boolean whole = Arrays.equals(sorted, IntStream.range(0, x.rank()).asLongStream().toArray());
    operation.require(whole, "perm does not name each dimension once");
    List<Extent> shape = Arrays.stream(order).mapToObj(i -> x.size((int) i)).toList();
    return Rule.Result.of(Tensor.of(x.type(), shape));
  }

  static Rule.Result concat(Operation operation) {
    Tensor first = operation.input(0);
    int axis = operation.axis(operation.integer("axis", 0), first.rank());
    List<Extent> values = new ArrayList<>();
    boolean known = first.rank() == 1;
    long length = 0;
    for (int i = 0; i < operation.inputs(); i++) {
      Tensor part = operation.input(i);
      List<Extent> like = new ArrayList<>(part.shape());
      if (part.rank() == first.rank()) like.set(axis, first.size(axis));
      operation.require(like.equals(first.shape()), "its input " + i + " has another shape");
      length = Math.addExact(length, part.size(axis).fixedCount("what is put side by side"));
      known &= part.values().isPresent();
      if (known) values.addAll(part.values().orElseThrow());
    }
    List<Extent> shape = new ArrayList<>(first.shape());
    shape.set(axis, Extent.fixed(length));
    Tensor y = Tensor.of(first.type(), shape);
    return Rule.Result.of(known ? Tensor.known(y.type(), shape, values) : y);
  }

  static Rule.Result gather(Operation operation) {
    Tensor x = operation.input(0);
    Tensor indices = operation.input(1);
    int axis = operation.axis(operation.integer("axis", 0), x.rank());
    List<Extent> shape = new ArrayList<>(x.shape().subList(0, axis));
    shape.addAll(indices.shape());
    shape.addAll(x.shape().subList(axis + 1, x.rank()));
    if (x.values().isEmpty() || indices.values().isEmpty() || x.rank() != 1) {
      return Rule.Result.of(Tensor.of(x.type(), shape));
    }
    List<Extent> from = x.values().get();
    List<Extent> values =
        indices.values().get().stream()
            .map(index -> operation.axis(index.fixedCount("an index"), from.size()))
            .map(from::get)
            .toList();
    return Rule.Result.of(Tensor.known(x.type(), shape, values));
  }

  static Rule.Result constantOfShape(Operation operation) {
    DataType type =
        operation
            .tensor("value")
            .map(value -> Constants.tensor(value).type())
            .orElse(DataType.FLOAT);
    return Rule.Result.of(Tensor.of(type, operation.values(0)));
  }

  static Rule.Result scatterElements(Operation operation) {
    Tensor x = operation.input(0);
    boolean fits =
        operation.input(1).shape().equals(operation.input(2).shape())
            && operation.input(1).rank() == x.rank();
    operation.require(fits, "its indices and updates have different shapes");
    return Rule.Result.of(
        x.elements(), new Tensor(x.type(), x.shape(), Optional.empty(), Optional.empty()));
  }

  static Rule.Result argMax(Operation operation) {
    Tensor x = operation.input(0);
    int axis = operation.axis(operation.integer("axis", 0), x.rank());
    Tensor y = Tensor.of(DataType.INT64, reduced(operation, x, new int[] {axis}));
    return Rule.Result.of(x.elements(), y);
  }

  static Rule.Result reduce(Operation operation) {
    Tensor x = operation.input(0);
    int[] axes = operation.axes(1, x.rank());
    operation.require(axes.length > 0, "it does not say over which dimensions");
    return Rule.Result.of(x.elements(), Tensor.of(x.type(), reduced(operation, x, axes)));
  }

  private static List<Extent> reduced(Operation operation, Tensor x, int[] axes) {
    boolean kept = operation.integer("keepdims", 1) != 0;
    List<Extent> shape = new ArrayList<>(x.shape());
    for (int i = axes.length - 1; i >= 0; i--) {
      if (kept) shape.set(axes[i], Extent.ONE);
      else shape.remove(axes[i]);
    }
    return shape;
  }
}
