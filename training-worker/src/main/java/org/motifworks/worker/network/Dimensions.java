package org.motifworks.worker.network;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The shape of a tensor, slowest dimension first. */
public record Dimensions(List<Integer> sizes) {

  /** Copies the list. */
  public Dimensions {
    sizes = List.copyOf(sizes);
  }

  /** A shape of these sizes. */
  public static Dimensions of(int... sizes) {
    return new Dimensions(Arrays.stream(sizes).boxed().collect(Collectors.toList()));
  }

  /** Number of values. */
  public int size() {
    return sizes.stream().reduce(1, Math::multiplyExact);
  }

  /** The sizes as the engines want them. */
  public long[] toLongs() {
    return sizes.stream().mapToLong(Integer::longValue).toArray();
  }

  /** The sizes as array. */
  public int[] toInts() {
    return sizes.stream().mapToInt(Integer::intValue).toArray();
  }
}
