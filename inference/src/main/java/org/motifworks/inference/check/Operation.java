package org.motifworks.inference.check;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** A node with what is known of its inputs. */
final class Operation {
  // No kernel, pad, stride or axis of a sequence model comes near.
  private static final long LARGEST_ATTRIBUTE = 1L << 20;

  private final NodeProto node;
  private final List<Optional<Tensor>> inputs; // empty where an optional one is left out

  Operation(NodeProto node, List<Optional<Tensor>> inputs) {
    this.node = node;
    this.inputs = inputs;
  }

  String operator() {
    return node.getOpType();
  }

  int outputs() {
    return node.getOutputCount();
  }

  int inputs() {
    return inputs.size();
  }

  Tensor input(int index) {
    return optional(index)
        .orElseThrow(() -> GraphRefused.corrupt("its input " + index + " is missing"));
  }

  Optional<Tensor> optional(int index) {
    return index < inputs.size() ? inputs.get(index) : Optional.empty();
  }

  /** The values of an input that a shape depends on. */
  List<Extent> values(int index) {
    return input(index)
        .values()
        .orElseThrow(
            () ->
                GraphRefused.corrupt(
                    "its input "
                        + index
                        + " decides on a shape, but is not known before the graph runs"));
  }

  boolean has(String name) {
    return attribute(name).isPresent();
  }

  long integer(String name, long otherwise) {
    return attribute(name).map(AttributeProto::getI).map(Operation::bounded).orElse(otherwise);
  }

  String text(String name, String otherwise) {
    return attribute(name).map(found -> found.getS().toStringUtf8()).orElse(otherwise);
  }

  /** Integers of an attribute; {@code count} times {@code otherwise} when the node lacks it. */
  long[] integers(String name, int count, long otherwise) {
    long[] values =
        integers(name).orElse(LongStream.generate(() -> otherwise).limit(count).toArray());
    if (values.length == count) return values;
    throw GraphRefused.corrupt("%s has %d values, not %d".formatted(name, values.length, count));
  }

  Optional<long[]> integers(String name) {
    return attribute(name)
        .map(AttributeProto::getIntsList)
        .map(list -> list.stream().mapToLong(Operation::bounded).toArray());
  }

  Optional<TensorProto> tensor(String name) {
    return attribute(name).map(AttributeProto::getT);
  }

  /** Refuses the operator with an attribute that is not understood here. */
  void require(boolean sound, String what) {
    if (!sound) throw GraphRefused.corrupt(what);
  }

  /** Refuses a variant of the operator. */
  void refuse(boolean variant, String what) {
    if (variant) throw GraphRefused.operator(operator() + " " + what + " is not allowed");
  }

  /** An axis of a tensor, counted from the end when negative. */
  int axis(long axis, int rank) {
    long counted = axis < 0 ? axis + rank : axis;
    require(counted >= 0 && counted < rank, "axis " + axis + " of " + rank + " dimensions");
    return (int) counted;
  }

  /** The axes that input {@code index}, or the attribute {@code axes}, names. */
  int[] axes(int index, int rank) {
    LongStream axes =
        optional(index).isPresent()
            ? values(index).stream().mapToLong(each -> each.fixedCount("an axis"))
            : Arrays.stream(integers("axes").orElse(new long[0]));
    return axes.mapToInt(each -> axis(each, rank)).distinct().sorted().toArray();
  }

  private Optional<AttributeProto> attribute(String name) {
    return node.getAttributeList().stream()
        .filter(attribute -> attribute.getName().equals(name))
        .findFirst();
  }

  private static long bounded(long value) {
    if (Math.abs(value) <= LARGEST_ATTRIBUTE) return value;
    throw GraphRefused.tooLarge("it has an attribute of " + value);
  }
}
