package org.motifworks.worker.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;

/**
 * Writes values into an array's own memory; {@code NDArray.set(float[])} gives it other memory and
 * leaves views behind.
 */
final class InPlace {

  private static final NDIndex ALL = new NDIndex("...");

  private InPlace() {}

  static void write(NDArray array, float[] values) {
    try (NDArray fresh = array.getManager().create(values, array.getShape())) {
      copy(fresh, array);
    }
  }

  static void copy(NDArray from, NDArray to) {
    to.set(ALL, from);
  }
}
