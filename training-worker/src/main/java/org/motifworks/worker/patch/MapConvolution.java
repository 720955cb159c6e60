package org.motifworks.worker.patch;

import static org.motifworks.worker.patch.RowProducts.LANES;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * A convolution of feature maps. A window of a padded map is a piece of memory, so that nothing is
 * gathered; sixteen filters at a time give a map that is pooled at once, in the processor's nearest
 * cache. What gradients at maxima give back are sums of single windows and filters.
 */
public final class MapConvolution implements PatchConvolution {

  private final BlockGeometry geometry;
  private final int pooled;
  private final FilterMatrix filters;
  private final PaddedMaps maps;
  private final PaddedMaps gradients;
  private final MapMoments moments;
  private final RoundTrip roundTrip;
  private final WinnerPool pool;
  private final float[] map; // [length, 16]

  private int count;
  private float[] maxima = new float[0];
  private float[] winners = new float[0];

  /**
   * A convolution for one thread.
   *
   * @param channels of the weights; the geometry's others are zeros
   */
  public MapConvolution(BlockGeometry geometry, int channels) {
    this.geometry = geometry;
    pooled = geometry.windows() * geometry.filters();
    filters = new FilterMatrix(geometry.filters(), geometry.channels(), channels, geometry.width());
    maps = new PaddedMaps(geometry);
    gradients = new PaddedMaps(geometry);
    moments = new MapMoments(geometry);
    roundTrip = new RoundTrip(geometry);
    pool = new WinnerPool(geometry.length(), RowProducts.BLOCK, geometry.pool());
    map = new float[geometry.length() * RowProducts.BLOCK];
  }

  /** What goes in, to be filled before {@link #scan}. */
  public PaddedMaps maps() {
    return maps;
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
    filters.load(weights);
    int needed = count * pooled;
    if (maxima.length < needed) {
      maxima = new float[needed];
      winners = new float[needed];
    }
    int depth = geometry.depth();
    for (int b = 0; b < count; b++) {
      for (int from = 0; from < geometry.filters(); from += RowProducts.BLOCK) {
        RowProducts.multiply(
            maps.values(),
            maps.at(b, -geometry.left()),
            geometry.channels(),
            geometry.length(),
            depth,
            filters.blocks(),
            from * depth,
            map,
            0,
            RowProducts.BLOCK);
        pool.pool(map, maxima, winners, b * pooled + from, geometry.filters());
      }
    }
  }

  @Override
  public PatchMoments moments() {
    return moments.of(maps, count);
  }

  @Override
  public float[] weightGradient(float[] atMaxima) {
    int depth = geometry.depth();
    float[] gradient = new float[geometry.filters() * depth];
    for (int at = 0; at < count * pooled; at++) {
      if (atMaxima[at] != 0) {
        int filter = at % geometry.filters() * depth;
        addScaled(atMaxima[at], maps.values(), patch(maps, at), gradient, filter, depth);
      }
    }
    return gradient;
  }

  /**
   * The gradient of what went in.
   *
   * @param atMaxima {@code [count, windows, filters]}
   * @param own and {@code all}: every position of the map has the gradient own × its value + all
   *     besides, for each filter; null where there is none
   */
  public PaddedMaps inputGradient(float[] atMaxima, float[] own, float[] all) {
    int depth = geometry.depth();
    gradients.reserve(count);
    Arrays.fill(gradients.values(), 0);
    if (own != null) {
      roundTrip.load(filters, own, all);
      roundTrip.write(maps, gradients, count);
    }
    for (int at = 0; at < count * pooled; at++) {
      if (atMaxima[at] != 0) {
        int filter = at % geometry.filters() * depth;
        addScaled(
            atMaxima[at], filters.rows(), filter, gradients.values(), patch(gradients, at), depth);
      }
    }
    return gradients;
  }

  /** Where the window lies that a maximum came from. */
  private int patch(PaddedMaps padded, int maximum) {
    return padded.at(maximum / pooled, (int) winners[maximum] - geometry.left());
  }

  private static void addScaled(float factor, float[] from, int at, float[] to, int too, int size) {
    FloatVector x = FloatVector.broadcast(LANES, factor);
    for (int i = 0; i < size; i += LANES.length()) {
      x.fma(FloatVector.fromArray(LANES, from, at + i), FloatVector.fromArray(LANES, to, too + i))
          .intoArray(to, too + i);
    }
  }
}
