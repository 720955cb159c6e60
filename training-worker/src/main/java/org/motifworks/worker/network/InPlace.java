package org.motifworks.worker.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;

/**
 * Writes values into an array's own memory; {@code NDArray.set(float[])} gives it other memory and
 * leaves views behind.
 */
final class InPlace {

  private InPlace() {}

  static void write(NDArray array, float[] values) {
    try (NDArray fresh = array.getManager().create(values, array.getShape())) {
      array.set(new NDIndex("..."), fresh);
    }
  }
}
