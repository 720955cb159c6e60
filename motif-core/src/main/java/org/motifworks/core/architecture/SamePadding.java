package org.motifworks.core.architecture;

/**
 * How many positions are added on either side so that {@code ceil(length / stride)} windows fit:
 * TensorFlow's "same" rule, the odd one going to the right.
 *
 * @param outputLength windows that come out
 * @param left positions added before the first
 * @param right positions added after the last
 */
public record SamePadding(int outputLength, int left, int right) {

  /**
   * The padding of one layer.
   *
   * @param length positions that go in
   * @param span positions a window covers, dilation included
   * @param stride positions between windows
   */
  public static SamePadding of(int length, int span, int stride) {
    int outputLength = (length + stride - 1) / stride;
    int total = Math.max(0, (outputLength - 1) * stride + span - length);
    return new SamePadding(outputLength, total / 2, total - total / 2);
  }
}
