package org.motifworks.inference.check;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Reads what constants are, and refuses those whose data is elsewhere or not as large as said. */
final class Constants {
  // As many as a shape can have dimensions, and an index or two.
  private static final int LONGEST_KNOWN = 16;

  private Constants() {}

  /** A constant, its values known where it may be (part of) a shape. */
  static Tensor tensor(TensorProto constant) {
    String name = "constant " + GraphRefused.quoted(constant.getName());
    // Not only files: ONNX Runtime also takes places in its own memory for such data.
    boolean outside = constant.getDataLocation() != TensorProto.DataLocation.DEFAULT;
    if (outside || constant.getExternalDataCount() > 0) throw GraphRefused.externalData(name);
    if (constant.hasSegment()) throw GraphRefused.corrupt(name + " is one segment of a tensor");
    try {
      DataType type = type(constant.getDataType());
      Tensor tensor = Tensor.of(type, constant.getDimsList().stream().map(Extent::fixed).toList());
      long elements = tensor.elements().count();
      if (elements != stored(constant, type)) {
        throw GraphRefused.corrupt(
            "its shape %s says %d values, its data has %d"
                .formatted(constant.getDimsList(), elements, stored(constant, type)));
      }
      boolean integer = type == DataType.INT64 || type == DataType.INT32;
      if (!integer || tensor.rank() > 1 || elements > LONGEST_KNOWN) return tensor;
      return Tensor.known(type, tensor.shape(), integers(constant, type, (int) elements));
    } catch (GraphRefused e) {
      throw e.in(name);
    }
  }

  /** An element type by its number. */
  static DataType type(int number) {
    DataType type = DataType.forNumber(number);
    if (type == null) throw GraphRefused.corrupt("it has the unknown element type " + number);
    Tensor.bytesOf(type);
    return type;
  }

  /** How many values there are; -1 when they are stored twice, or in part. */
  private static long stored(TensorProto constant, DataType type) {
    long raw = constant.getRawData().size();
    long typed =
        switch (type) {
          case FLOAT -> constant.getFloatDataCount();
          case DOUBLE -> constant.getDoubleDataCount();
          case INT64 -> constant.getInt64DataCount();
          default -> constant.getInt32DataCount();
        };
    if (raw == 0) return typed;
    return typed == 0 && raw % Tensor.bytesOf(type) == 0 ? raw / Tensor.bytesOf(type) : -1;
  }

  private static List<Extent> integers(TensorProto constant, DataType type, int count) {
    List<Extent> values = new ArrayList<>(count);
    ByteString raw = constant.getRawData();
    ByteBuffer bytes = raw.asReadOnlyByteBuffer().slice().order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      long value;
      if (type == DataType.INT64) {
        value = raw.isEmpty() ? constant.getInt64Data(i) : bytes.getLong(i * Long.BYTES);
      } else {
        value = raw.isEmpty() ? constant.getInt32Data(i) : bytes.getInt(i * Integer.BYTES);
      }
      values.add(Extent.fixed(value));
    }
    return values;
  }
}
