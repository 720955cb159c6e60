package org.motifworks.core.architecture;

import java.util.ArrayList;
import java.util.List;

/** Walks an architecture from input to output, counting shapes, parameters and receptive fields. */
final class LayerTable {

  private final List<LayerShape> rows = new ArrayList<>();
  private final int window;
  private int channels = 4;
  private int length;
  private int field = 1;
  private int spacing = 1;
  private int uncertainty = 1;

  private LayerTable(int window) {
    this.window = window;
    this.length = window;
  }

  static List<LayerShape> of(Architecture architecture, int window, int classes) {
    LayerTable table = new LayerTable(window);
    for (int i = 0; i < architecture.convolutions().size(); i++) {
      table.convolution(architecture.convolutions().get(i), i + 1);
    }
    long inputs = (long) table.channels * table.length;
    for (int i = 0; i < architecture.dense().size(); i++) {
      DenseBlock block = architecture.dense().get(i);
      table.dense("dense" + (i + 1), block.units(), inputs, block.batchNorm() ? 2 : 1);
      inputs = block.units();
    }
    table.dense("output", classes, inputs, 1);
    return List.copyOf(table.rows);
  }

  private void convolution(ConvolutionBlock block, int number) {
    long weights = (long) block.filters() * channels * block.size();
    long others = (block.batchNorm() ? 2L : 1L) * block.filters();
    field += (block.span() - 1) * spacing;
    spacing *= block.stride();
    channels = block.filters();
    length = SamePadding.of(length, block.span(), block.stride()).outputLength();
    add("conv" + number, weights + others);
    if (block.pool() != null) {
      PoolSpec pool = block.pool();
      field += (pool.size() - 1) * spacing;
      uncertainty += (pool.size() - 1) * spacing;
      spacing *= pool.stride();
      length = SamePadding.of(length, pool.size(), pool.stride()).outputLength();
      add("pool" + number, 0);
    }
  }

  private void add(String layer, long parameters) {
    rows.add(
        new LayerShape(
            layer,
            channels,
            length,
            parameters,
            Math.min(field, window),
            spacing,
            Math.min(uncertainty, window)));
  }

  /** Each unit has a weight an input and either a bias or batch norm's scale and shift. */
  private void dense(String layer, int units, long inputs, int perUnit) {
    rows.add(new LayerShape(layer, units, 1, units * (inputs + perUnit), window, 0, window));
  }
}
