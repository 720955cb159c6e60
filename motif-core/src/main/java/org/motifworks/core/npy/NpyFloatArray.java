package org.motifworks.core.npy;

import java.util.Arrays;
import java.util.List;

/**
 * A float32 array in memory. Equal by content; the values are not copied.
 *
 * @param shape dimensions, slowest first
 * @param values row-major
 */
@SuppressWarnings("ArrayRecordComponent") // weights of a model: shared, not copied
public record NpyFloatArray(List<Integer> shape, float[] values) {

  public NpyFloatArray {
    shape = List.copyOf(shape);
    checkShape(values, shape.stream().mapToInt(Integer::intValue).toArray());
  }

  static void checkShape(float[] values, int... shape) {
    long elements = 1;
    for (int dimension : shape) elements = Math.multiplyExact(elements, (long) dimension);
    if (shape.length == 0 || elements != values.length) {
      throw new IllegalArgumentException(
          values.length + " values do not fill the shape " + Arrays.toString(shape));
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NpyFloatArray that
        && shape.equals(that.shape)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * shape.hashCode() + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "NpyFloatArray" + shape;
  }
}
