package org.motifworks.inference.check;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a tensor before the graph runs.
 *
 * @param values of a small vector or scalar of integers, as shapes are computed from; empty when
 *     not known
 * @param pooledFrom for the indices that MaxPool gives: the shape they count in
 */
record Tensor(
    DataType type,
    List<Extent> shape,
    Optional<List<Extent>> values,
    Optional<List<Extent>> pooledFrom) {

  private static final int LARGEST_RANK = 8;

  Tensor {
    if (shape.size() > LARGEST_RANK) {
      throw GraphRefused.tooLarge("it has " + shape.size() + " dimensions, 8 are allowed");
    }
    for (Extent size : shape) {
      if (size.count() < 1) throw GraphRefused.corrupt("it has a dimension of " + size);
    }
    shape = List.copyOf(shape);
  }

  static Tensor of(DataType type, List<Extent> shape) {
    return new Tensor(type, shape, Optional.empty(), Optional.empty());
  }

  static Tensor known(DataType type, List<Extent> shape, List<Extent> values) {
    return new Tensor(type, shape, Optional.of(List.copyOf(values)), Optional.empty());
  }

  Tensor withType(DataType other) {
    return of(other, shape);
  }

  /** The same values in another shape. */
  Tensor withShape(List<Extent> other) {
    return new Tensor(type, other, values, Optional.empty());
  }

  int rank() {
    return shape.size();
  }

  Extent size(int axis) {
    return shape.get(axis);
  }

  Extent elements() {
    return product(shape);
  }

  Extent bytes() {
    return elements().times(bytesOf(type));
  }

  static Extent product(List<Extent> sizes) {
    return sizes.stream().reduce(Extent.ONE, Extent::times);
  }

  /** Bytes of one value. */
  static int bytesOf(DataType type) {
    return switch (type) {
      case UINT8, INT8, BOOL -> 1;
      case FLOAT, INT32 -> 4;
      case DOUBLE, INT64 -> 8;
      default ->
          throw GraphRefused.corrupt(
              "it is of "
                  + type
                  + "; allowed are FLOAT, DOUBLE, UINT8, INT8, INT32, INT64 and BOOL");
    };
  }
}
