package org.motifworks.worker.patch;

import static org.motifworks.worker.patch.RowProducts.LANES;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * What goes in gets back, where every position of a convolution's map has the gradient {@code own ×
 * its value + all}: convolved with the filters and, weighted by own, convolved back, which is one
 * convolution with a kernel of twice the width less one and as many filters as channels. That one
 * also sees positions of the map beyond the sequence's ends, whose part is taken off again.
 */
final class RoundTrip {

  private static final int BLOCK = RowProducts.BLOCK;

  private final BlockGeometry geometry;
  private final int channels;
  private final int width;
  private final int left;
  private final int depth;
  private final int step; // of products
  private final float[] products; // sum over filters of own × w wᵀ, [depth, step]
  private final float[] kernel; // [channels / 16, 2 width - 1, channels, 16]
  private final float[] constant; // [length, channels]: what the map's constant part gives back

  RoundTrip(BlockGeometry geometry) {
    this.geometry = geometry;
    channels = geometry.channels();
    width = geometry.width();
    left = geometry.left();
    depth = geometry.depth();
    step = RowProducts.filled(depth);
    products = new float[depth * step];
    kernel = new float[(2 * width - 1) * channels * channels];
    constant = new float[geometry.length() * channels];
  }

  void load(FilterMatrix filters, float[] own, float[] all) {
    multiply(filters, own);
    Arrays.fill(kernel, 0);
    int taps = 2 * width - 1;
    for (int c = 0; c < channels; c++) {
      int block = c / BLOCK * taps * channels * BLOCK + c % BLOCK;
      for (int back = 0; back < width; back++) {
        int row = (back * channels + c) * step;
        // a position s gets from s + there - back; the tap of s itself is width - 1
        int tap = block + (width - 1 - back) * channels * BLOCK;
        for (int j = 0; j < depth; j++) {
          kernel[tap + j * BLOCK] += products[row + j];
        }
      }
    }
    constants(filters, all);
  }

  private void multiply(FilterMatrix filters, float[] own) {
    int count = filters.filters();
    float[] turned = new float[depth * count]; // [depth, filters]
    float[] block = new float[count * BLOCK];
    for (int f = 0; f < count; f++) {
      for (int j = 0; j < depth; j++) {
        turned[j * count + f] = filters.rows()[f * depth + j];
      }
    }
    for (int from = 0; from < step; from += BLOCK) {
      int columns = Math.min(BLOCK, depth - from);
      for (int f = 0; f < count; f++) {
        for (int i = 0; i < columns; i++) {
          block[f * BLOCK + i] = own[f] * filters.rows()[f * depth + from + i];
        }
      }
      RowProducts.multiply(turned, 0, count, depth, count, block, 0, products, from, step);
    }
  }

  private void constants(FilterMatrix filters, float[] all) {
    float[] patch = new float[depth];
    for (int f = 0; f < filters.filters(); f++) {
      for (int j = 0; j < depth; j++) {
        patch[j] += all[f] * filters.rows()[f * depth + j];
      }
    }
    Arrays.fill(constant, 0);
    for (int s = 0; s < geometry.length(); s++) {
      for (int k = 0; k < width; k++) {
        boolean within = s - k + left >= 0 && s - k + left < geometry.length();
        for (int c = 0; within && c < channels; c++) {
          constant[s * channels + c] += patch[k * channels + c];
        }
      }
    }
  }

  /** Writes the gradient of each sequence of a batch. */
  void write(PaddedMaps maps, PaddedMaps gradients, int count) {
    int length = geometry.length();
    int taps = (2 * width - 1) * channels;
    for (int b = 0; b < count; b++) {
      for (int from = 0; from < channels; from += BLOCK) {
        RowProducts.multiply(
            maps.values(),
            maps.at(b, 1 - width),
            channels,
            length,
            taps,
            kernel,
            from * taps,
            gradients.values(),
            gradients.at(b, 0) + from,
            channels);
      }
      float[] values = gradients.values();
      int at = gradients.at(b, 0);
      for (int i = 0; i < constant.length; i++) {
        values[at + i] += constant[i];
      }
      for (int t = left - width + 1; t < 0; t++) {
        takeOff(maps, gradients, b, t);
      }
      for (int t = length; t < length + left; t++) {
        takeOff(maps, gradients, b, t);
      }
    }
  }

  /** What a position of the map beyond the ends would see of the sequence and give back to it. */
  private void takeOff(PaddedMaps maps, PaddedMaps gradients, int sequence, int position) {
    int first = Math.max(0, left - position);
    int end = Math.min(width, geometry.length() + left - position);
    for (int back = first; back < end; back++) {
      int to = gradients.at(sequence, position + back - left);
      for (int c = 0; c < channels; c += BLOCK) {
        takeOff(
            maps.values(),
            maps.at(sequence, position + first - left),
            first * channels,
            end * channels,
            back * channels + c,
            gradients.values(),
            to + c);
      }
    }
  }

  private void takeOff(
      float[] maps, int at, int first, int end, int column, float[] gradients, int to) {
    FloatVector low = FloatVector.fromArray(LANES, gradients, to);
    FloatVector high = FloatVector.fromArray(LANES, gradients, to + LANES.length());
    for (int j = first; j < end; j++) {
      FloatVector x = FloatVector.broadcast(LANES, -maps[at + j - first]);
      int product = j * step + column;
      low = x.fma(FloatVector.fromArray(LANES, products, product), low);
      high = x.fma(FloatVector.fromArray(LANES, products, product + LANES.length()), high);
    }
    low.intoArray(gradients, to);
    high.intoArray(gradients, to + LANES.length());
  }
}
