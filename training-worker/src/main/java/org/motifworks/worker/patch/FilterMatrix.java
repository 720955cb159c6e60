package org.motifworks.worker.patch;

/**
 * The weights of a convolution as matrices. A patch is {@code [width, channels]}, as it lies in
 * memory with the channels innermost; its values are counted as depth.
 */
public final class FilterMatrix {

  private static final int BLOCK = RowProducts.BLOCK;

  private final int filters;
  private final int channels; // of a patch; those beyond the weights' own are zeros
  private final int ownChannels;
  private final int width;
  private final int depth;
  private final float[] rows; // [filters, depth]
  private final float[] blocks; // [filters / 16, depth, 16]

  /** Zeros, for patches of so many channels of which the weights have the first ones. */
  public FilterMatrix(int filters, int channels, int ownChannels, int width) {
    this.filters = filters;
    this.channels = channels;
    this.ownChannels = ownChannels;
    this.width = width;
    depth = channels * width;
    rows = new float[filters * depth];
    blocks = new float[RowProducts.filled(filters) * depth];
  }

  /** Takes weights {@code [filters, own channels, width]}. */
  public void load(float[] weights) {
    for (int f = 0; f < filters; f++) {
      for (int c = 0; c < ownChannels; c++) {
        for (int k = 0; k < width; k++) {
          float weight = weights[(f * ownChannels + c) * width + k];
          int j = k * channels + c;
          rows[f * depth + j] = weight;
          blocks[(f / BLOCK * depth + j) * BLOCK + f % BLOCK] = weight;
        }
      }
    }
  }

  /** From {@code [filters, depth]} to the weights' own layout. */
  public float[] weightLayout(float[] values) {
    float[] weights = new float[filters * ownChannels * width];
    for (int f = 0; f < filters; f++) {
      for (int c = 0; c < ownChannels; c++) {
        for (int k = 0; k < width; k++) {
          weights[(f * ownChannels + c) * width + k] = values[f * depth + k * channels + c];
        }
      }
    }
    return weights;
  }

  int filters() {
    return filters;
  }

  int depth() {
    return depth;
  }

  /** {@code [filters, depth]}. */
  float[] rows() {
    return rows;
  }

  /** Packed for {@link RowProducts}: {@code [filters / 16, depth, 16]}. */
  float[] blocks() {
    return blocks;
  }

  /**
   * A matrix {@code [count, depth]} times the filters: {@code [count, filters filled up to 16]}.
   */
  float[] product(float[] matrix, int count) {
    int step = RowProducts.filled(filters);
    float[] product = new float[count * step];
    for (int from = 0; from < step; from += BLOCK) {
      RowProducts.multiply(
          matrix, 0, depth, count, depth, blocks, from * depth, product, from, step);
    }
    return product;
  }
}
