package org.motifworks.interpret.arrow;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A buffer of a column: grows as values come, keeps its memory for the next batch. */
final class LittleEndianBytes {
  private ByteBuffer bytes = ByteBuffer.allocate(1 << 10).order(ByteOrder.LITTLE_ENDIAN);

  void put(float value) {
    room(Float.BYTES).putFloat(value);
  }

  void put(int value) {
    room(Integer.BYTES).putInt(value);
  }

  void put(byte[] values) {
    room(values.length).put(values);
  }

  /** Sets a bit, the lowest of the first byte being bit 0; those between are 0. */
  void setBit(int bit) {
    int at = bit / Byte.SIZE;
    growTo(at + 1);
    bytes.put(at, (byte) (bytes.get(at) | 1 << bit % Byte.SIZE));
  }

  /** Fills up with zeros to a size; does nothing when it has that size. */
  void growTo(int size) {
    while (bytes.position() < size) room(1).put((byte) 0);
  }

  int size() {
    return bytes.position();
  }

  void clear() {
    bytes.clear();
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(bytes.array(), 0, bytes.position());
  }

  private ByteBuffer room(int more) {
    if (bytes.remaining() < more) {
      int size = Math.max(bytes.capacity() * 2, Math.addExact(bytes.position(), more));
      bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN).put(bytes.flip());
    }
    return bytes;
  }
}
