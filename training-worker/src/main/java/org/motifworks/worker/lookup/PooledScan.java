package org.motifworks.worker.lookup;

import java.util.Arrays;
import org.motifworks.worker.patch.FilterMatrix;
import org.motifworks.worker.patch.PatchConvolution;
import org.motifworks.worker.patch.PatchMoments;
import org.motifworks.worker.patch.WinnerPool;

/**
 * A first layer over a batch of sequences: convolution and max-pool, and the way back through both.
 * No map of the whole batch is kept. For one thread.
 */
public final class PooledScan implements PatchConvolution {

  private static final int LETTERS = 4;

  /** Positions for each maximum from which on single letters are fewer than rows of filters. */
  private static final int FEW = 8;

  private final LayerGeometry geometry;
  private final int filterCount;
  private final int pooled; // values of a sequence
  private final LookUpConvolution convolution;
  private final LetterMoments moments;
  private final FilterMatrix filters;
  private final WinnerPool pool;
  private final float[] map; // [positions, filters] of one sequence

  private byte[] tokens = new byte[0];
  private int count;
  private float[] maxima = new float[0]; // [count, windows, filters]
  private float[] winners = new float[0];

  /** A scan for one thread. */
  public PooledScan(LayerGeometry geometry) {
    this.geometry = geometry;
    filterCount = geometry.filters();
    pooled = geometry.windows() * filterCount;
    convolution = new LookUpConvolution(geometry);
    moments = new LetterMoments(geometry);
    filters = new FilterMatrix(filterCount, LETTERS, LETTERS, geometry.width());
    pool = new WinnerPool(geometry.length(), filterCount, geometry.pool());
    map = new float[geometry.length() * filterCount];
  }

  /** Gives what {@link #scan} reads: {@code [count, length]}, A C G T N = 0..4. */
  public void read(byte[] tokens) {
    this.tokens = tokens;
  }

  @Override
  public FilterMatrix filters() {
    return filters;
  }

  @Override
  public float[] maxima() {
    return maxima;
  }

  @Override
  public int pooledSize() {
    return pooled;
  }

  @Override
  public void scan(float[] weights, int count) {
    this.count = count;
    if (maxima.length < count * pooled) {
      maxima = new float[count * pooled];
      winners = new float[count * pooled];
    }
    filters.load(weights);
    convolution.load(weights);
    for (int i = 0; i < count; i++) {
      convolution.read(tokens, i * geometry.length());
      convolution.scan(map);
      pool.pool(map, maxima, winners, i * pooled, filterCount);
    }
  }

  @Override
  public PatchMoments moments() {
    return moments.of(tokens, count);
  }

  @Override
  public float[] weightGradient(float[] atMaxima) {
    if (geometry.windows() * FEW < geometry.length()) {
      return letterByLetter(atMaxima);
    }
    for (int i = 0; i < count; i++) {
      convolution.read(tokens, i * geometry.length());
      Arrays.fill(map, 0);
      for (int at = i * pooled; at < (i + 1) * pooled; at += filterCount) {
        for (int f = 0; f < filterCount; f++) {
          map[(int) winners[at + f] * filterCount + f] += atMaxima[at + f];
        }
      }
      convolution.addGradient(map);
    }
    return convolution.takeGradient();
  }

  /** Adds each gradient to the letters under its filter. */
  private float[] letterByLetter(float[] atMaxima) {
    int width = geometry.width();
    int left = geometry.leftPadding();
    float[] gradient = new float[filterCount * width * LETTERS];
    for (int at = 0; at < count * pooled; at++) {
      if (atMaxima[at] != 0) {
        int sequence = at / pooled * geometry.length();
        int first = (int) winners[at] - left;
        int to = at % filterCount * width * LETTERS;
        for (int k = 0; k < width; k++) {
          int position = first + k * geometry.dilation();
          if (position >= 0 && position < geometry.length()) {
            int letter = tokens[sequence + position];
            if (letter < LETTERS) {
              gradient[to + k * LETTERS + letter] += atMaxima[at];
            }
          }
        }
      }
    }
    return gradient;
  }
}
