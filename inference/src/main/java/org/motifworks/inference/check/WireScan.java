package org.motifworks.inference.check;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * How much memory a protobuf file takes once it is parsed, found without parsing it: two bytes of
 * an empty message become an object of a hundred, so that a small file could take all memory there
 * is.
 */
final class WireScan {
  /** Beyond the file itself and a copy of its floats. */
  private static final long MOST_BYTES = 32L << 20;

  private static final int DEEPEST = 32; // a graph needs some ten
  private static final long MESSAGE = 160; // with its lists
  private static final long TEXT = 64;
  private static final long NUMBER = 8; // as long, from one byte on

  private long bytes;

  private WireScan() {}

  /**
   * Reads over a message.
   *
   * @throws GraphRefused {@code model.too-large}, or {@code model.corrupt} where it is no such
   *     message
   */
  static void requireSmall(byte[] message, Descriptor type) {
    try {
      CodedInputStream input = UnsafeByteOperations.unsafeWrap(message).newCodedInput();
      new WireScan().message(input, type, 0);
    } catch (IOException e) {
      throw GraphRefused.corrupt("it is no whole ONNX graph: " + e.getMessage());
    }
  }

  private void message(CodedInputStream input, Descriptor type, int depth) throws IOException {
    if (depth > DEEPEST) throw GraphRefused.tooLarge("its messages are nested too deep");
    add(MESSAGE);
    Set<FieldDescriptor> parts = new HashSet<>(); // of which there is one
    for (int tag = input.readTag(); tag != 0; tag = input.readTag()) {
      FieldDescriptor field = type.findFieldByNumber(WireFormat.getTagFieldNumber(tag));
      // Parts that come again are put together, each time by copying what was there.
      boolean part = field != null && isMessage(field) && !field.isRepeated();
      if (part && !parts.add(field)) throw new InvalidProtocolBufferException("a part comes twice");
      switch (WireFormat.getTagWireType(tag)) {
        case WireFormat.WIRETYPE_LENGTH_DELIMITED -> delimited(input, field, depth);
        case WireFormat.WIRETYPE_START_GROUP, WireFormat.WIRETYPE_END_GROUP ->
            throw new InvalidProtocolBufferException("ONNX has no groups");
        default -> {
          if (field != null) add(NUMBER);
          input.skipField(tag);
        }
      }
    }
  }

  private void delimited(CodedInputStream input, FieldDescriptor field, int depth)
      throws IOException {
    int length = input.readRawVarint32();
    if (field != null && isMessage(field)) {
      int before = input.pushLimit(length);
      message(input, field.getMessageType(), depth + 1);
      input.popLimit(before);
      return;
    }
    input.skipRawBytes(length);
    if (field != null) add(field.isPackable() ? packed(field, length) : TEXT);
  }

  private static boolean isMessage(FieldDescriptor field) {
    return field.getJavaType() == JavaType.MESSAGE;
  }

  /** Numbers in a row: floats are as wide as they are written, others as a long. */
  private static long packed(FieldDescriptor field, long length) {
    return switch (field.getType()) {
      case FLOAT, DOUBLE -> TEXT;
      default -> NUMBER * length;
    };
  }

  private void add(long more) {
    bytes += more;
    if (bytes <= MOST_BYTES) return;
    throw GraphRefused.tooLarge(
        "it takes more than %d bytes of memory beside its data to be read".formatted(MOST_BYTES));
  }
}
