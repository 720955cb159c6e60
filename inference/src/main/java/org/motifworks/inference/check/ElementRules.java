package org.motifworks.inference.check;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Operators that compute value by value. */
final class ElementRules {
  private ElementRules() {}

  /** The first input itself. */
  static Rule.Result identity(Operation operation) {
    return Rule.Result.of(operation.input(0));
  }

  /** Another value for each of the first input. */
  static Rule.Result unary(Operation operation) {
    return Rule.Result.of(Tensor.of(operation.input(0).type(), operation.input(0).shape()));
  }

  /** Inference alone: nothing is dropped. */
  static Rule.Result dropout(Operation operation) {
    operation.refuse(operation.inputs() > 2, "in training");
    Tensor whole = Tensor.of(operation.input(0).type(), operation.input(0).shape());
    return Rule.Result.of(whole, whole.withType(DataType.BOOL));
  }

  static Rule.Result batchNormalization(Operation operation) {
    operation.refuse(operation.integer("training_mode", 0) != 0, "in training");
    Tensor x = operation.input(0);
    operation.require(x.rank() >= 2, "batch norm of " + x.rank() + " dimensions");
    for (int i = 1; i < 5; i++) {
      boolean fits = operation.input(i).shape().equals(List.of(x.size(1)));
      operation.require(fits, "its input " + i + " is not one value a channel");
    }
    return Rule.Result.of(Tensor.of(x.type(), x.shape()));
  }

  static Rule.Result cast(Operation operation) {
    DataType to = Constants.type((int) operation.integer("to", 0));
    Tensor x = operation.input(0);
    Tensor y = Tensor.of(to, x.shape());
    boolean keepsValues = to == DataType.INT64 && x.values().isPresent();
    return Rule.Result.of(keepsValues ? Tensor.known(to, x.shape(), x.values().get()) : y);
  }

  /** Two inputs or more, of shapes that fit each other. */
  static Rule.Result arithmetic(Operation operation) {
    return Rule.Result.of(broadcast(operation, 0, operation.inputs()));
  }

  /** The same; products of sizes stay known, since shapes are made of them. */
  static Rule.Result product(Operation operation) {
    Tensor all = broadcast(operation, 0, 2);
    Optional<List<Extent>> a = operation.input(0).values();
    Optional<List<Extent>> b = operation.input(1).values();
    if (a.isEmpty() || b.isEmpty()) return Rule.Result.of(all);
    int count = Math.max(a.get().size(), b.get().size());
    List<Extent> values = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      values.add(a.get().get(i % a.get().size()).times(b.get().get(i % b.get().size())));
    }
    return Rule.Result.of(Tensor.known(all.type(), all.shape(), values));
  }

  static Rule.Result comparison(Operation operation) {
    return Rule.Result.of(broadcast(operation, 0, 2).withType(DataType.BOOL));
  }

  static Rule.Result where(Operation operation) {
    return Rule.Result.of(broadcast(operation, 0, 3).withType(operation.input(1).type()));
  }

  private static Tensor broadcast(Operation operation, int from, int to) {
    List<Extent> shape = operation.input(from).shape();
    for (int i = from + 1; i < to; i++) shape = broadcast(shape, operation.input(i).shape());
    return Tensor.of(operation.input(from).type(), shape);
  }

  /** The shape both are repeated to: sizes equal, or one of them 1, from the last on. */
  static List<Extent> broadcast(List<Extent> a, List<Extent> b) {
    List<Extent> longer = a.size() >= b.size() ? a : b;
    List<Extent> shorter = longer == a ? b : a;
    List<Extent> shape = new ArrayList<>(longer);
    int ahead = longer.size() - shorter.size();
    for (int i = 0; i < shorter.size(); i++) {
      Extent one = longer.get(ahead + i);
      Extent other = shorter.get(i);
      if (!one.equals(other) && !one.isOne() && !other.isOne()) {
        throw GraphRefused.corrupt("shapes " + a + " and " + b + " do not fit");
      }
      shape.set(ahead + i, one.isOne() ? other : one);
    }
    return shape;
  }
}
