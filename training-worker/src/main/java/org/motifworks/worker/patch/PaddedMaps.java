package org.motifworks.worker.patch;

/**
 * Feature maps of a batch, {@code [count, rows, channels]}, the rows of each sequence between rows
 * of zeros that a convolution reads beyond its ends.
 */
public final class PaddedMaps {

  private final BlockGeometry geometry;
  private float[] values = new float[0];

  /** Room for nothing yet. */
  public PaddedMaps(BlockGeometry geometry) {
    this.geometry = geometry;
  }

  /** Makes room for a batch; all is zero when it was too small for it. */
  public void reserve(int count) {
    int needed = count * geometry.rows() * geometry.channels();
    needed += geometry.depth() + RowProducts.BLOCK; // what is read beyond the last row
    if (values.length < needed) {
      values = new float[needed];
    }
  }

  /** The values; those between sequences are to stay zero. */
  public float[] values() {
    return values;
  }

  /** Where the channels of a position begin; it may lie beyond the sequence's ends. */
  public int at(int sequence, int position) {
    int row = sequence * geometry.rows() + geometry.border() + position;
    return row * geometry.channels();
  }
}
