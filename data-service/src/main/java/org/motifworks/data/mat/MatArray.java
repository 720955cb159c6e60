package org.motifworks.data.mat;

import java.io.IOException;
import java.util.Arrays;

/**
 * An array of bytes in a MATLAB file, seen as planes of records: the first dimension in MATLAB, by
 * which it numbers records and which runs fastest in the file, is the last one here.
 */
public abstract class MatArray {

  private final long[] shape;

  MatArray(long[] shape) {
    this.shape = shape.clone();
  }

  /** Takes a part of the array. */
  @FunctionalInterface
  public interface Receiver {

    /**
     * @param bytes shape {@code [planes][records]}, plane after plane; used again later
     */
    void cell(int firstPlane, int planes, int firstRecord, int records, byte[] bytes)
        throws IOException;
  }

  /** MATLAB's dimensions in reverse, as HDF5 lists them: the records last. */
  public long[] shape() {
    return shape.clone();
  }

  /** Number of records. */
  public int records() {
    return Math.toIntExact(shape[shape.length - 1]);
  }

  /** Bytes of a record: all dimensions but the last. */
  public int planes() {
    long planes = 1;
    for (int i = 0; i < shape.length - 1; i++) planes = Math.multiplyExact(planes, shape[i]);
    return Math.toIntExact(planes);
  }

  /**
   * Hands on the whole array once, in cells that fit into memory, in the order that suits the file.
   *
   * @param group planes that must come together: cells begin and end at a multiple of it
   * @throws MatFormatException {@code mat.damaged}, {@code mat.cells-too-large}
   */
  public abstract void read(int group, Receiver receiver) throws IOException;

  /** Dimensions such as {@code 1000 x 4 x 8000}. */
  public String shapeText() {
    return String.join(" x ", Arrays.stream(shape).mapToObj(Long::toString).toList());
  }
}
