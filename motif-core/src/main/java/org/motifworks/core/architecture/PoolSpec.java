package org.motifworks.core.architecture;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A max-pool along the sequence, "same" padded: {@code ceil(length / stride)} positions come out.
 *
 * @param size positions a window covers
 * @param stride positions between windows; equal to {@code size} unless windows overlap
 */
public record PoolSpec(int size, int stride) {

  /** Windows side by side. */
  public static PoolSpec of(int size) {
    return new PoolSpec(size, size);
  }

  @JsonCreator
  static PoolSpec fromJson(
      @JsonProperty(value = "size", required = true) int size,
      @JsonProperty("stride") Integer stride) {
    return new PoolSpec(size, stride == null ? size : stride);
  }

  /** Whether a position can lie in two windows. */
  public boolean overlapping() {
    return size > stride;
  }

  void validate(String path) {
    if (size < 2) {
      throw ArchitectureException.at(
          path + ".size", "is " + size + " but must be at least 2; leave pool out for no pooling");
    }
    if (stride < 1 || stride > size) {
      throw ArchitectureException.at(
          path + ".stride",
          "is "
              + stride
              + " but must lie in 1.."
              + size
              + ", the pool's size, or positions are skipped");
    }
  }
}
