package org.motifworks.worker.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** Floats of the engine that Java reads and writes too: on the CPU they are the same memory. */
final class SharedFloats {

  /** Bytes, as the engine's own memory: matrix products may round otherwise at other addresses. */
  private static final int ALIGNMENT = 64;

  private final FloatBuffer memory;
  private final NDArray array;
  private final boolean shared;

  /** Zeros that live as long as {@code manager}. */
  SharedFloats(int size, NDManager manager) {
    int count = size * Float.BYTES;
    ByteBuffer bytes =
        ByteBuffer.allocateDirect(count + ALIGNMENT)
            .alignedSlice(ALIGNMENT)
            .slice(0, count)
            .order(ByteOrder.nativeOrder());
    memory = bytes.asFloatBuffer();
    array = manager.create(bytes, new Shape(size), DataType.FLOAT32);
    memory.put(0, 1);
    try (NDArray first = array.get(0)) {
      shared = first.getFloat() == 1;
    }
    memory.put(0, 0);
  }

  /** Float32 {@code [size]}. */
  NDArray array() {
    return array;
  }

  /** The memory that the engine works in too; null where it has its own, as on a GPU. */
  FloatBuffer memory() {
    return shared ? memory : null;
  }

  int size() {
    return memory.capacity();
  }

  /** Overwrites all. */
  void write(float[] values) {
    InPlace.write(array, values);
  }
}
