package org.motifworks.worker.onnx;

import java.util.Map;
import org.motifworks.core.architecture.SamePadding;

/** Attributes shared by MaxPool and MaxUnpool in four dimensions. */
final class Pooling {

  private Pooling() {}

  static Map<String, Object> attributes(int size, int stride, SamePadding padding) {
    return Map.of(
        "kernel_shape", new int[] {1, size},
        "strides", new int[] {1, stride},
        "pads", new int[] {0, padding.left(), 0, padding.right()});
  }
}
