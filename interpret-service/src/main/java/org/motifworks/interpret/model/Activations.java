package org.motifworks.interpret.model;

/**
 * Activations of one layer for a batch.
 *
 * @param filters number of filters
 * @param length positions of the feature map
 * @param values shape {@code [rows, filters, length]}
 */
@SuppressWarnings("ArrayRecordComponent") // made for one reader, never compared
public record Activations(int filters, int length, float[] values) {

  /** The largest of each row and filter, as a map of length 1. */
  Activations maxima() {
    float[] maxima = new float[values.length / length];
    for (int i = 0; i < maxima.length; i++) {
      float largest = values[i * length];
      for (int p = 1; p < length; p++) largest = Math.max(largest, values[i * length + p]);
      maxima[i] = largest;
    }
    return new Activations(filters, 1, maxima);
  }
}
