package org.motifworks.inference;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;
import org.motifworks.core.architecture.Activation;
import org.motifworks.core.scan.TransposedConvolution;

/** Working memory of one thread that takes gradients from where the graph ends to the sequence. */
final class WayBack {
  private final FirstLayer first;
  private final SecondLayer second; // null where the graph goes through it
  private final boolean rectified;
  private final TransposedConvolution toInput;
  private final TransposedConvolution toMap;
  private final float[] window;
  private final int[] positions;
  private final float[] sums;
  private float[] gradients = new float[0];

  WayBack(FirstLayer first, Optional<SecondLayer> second, boolean guided) {
    this.first = first;
    this.second = second.orElse(null);
    this.rectified = guided && first.activation() == Activation.RELU;
    this.toInput = TransposedConvolution.of(first.tables());
    this.toMap = second.map(SecondLayer::back).orElse(null);
    this.positions = new int[first.windows()];
    this.sums = new float[first.windows()];
    this.window = new float[second.map(SecondLayer::pool).orElse(0)];
  }

  /** The way back of one sequence of a part. */
  void go(Tail.Lane lane, List<FloatBuffer> found, int row) {
    toInput.begin(first.window());
    if (second == null) {
      int cells = first.tables().filters() * first.windows();
      read(found.get(0), row, cells);
      throughFirst(lane, row, gradients, 0, first.windows(), 1);
    } else {
      throughSecond(found, row);
      throughFirst(lane, row, toMap.sums(), toMap.first(), 1, toMap.step());
    }
  }

  /**
   * The gradient of the sequence last gone through.
   *
   * @param gradient shape {@code [4, window]}, from index {@code at}
   */
  void write(float[] gradient, int at) {
    toInput.write(gradient, at);
  }

  /** Of equal values of a window the first is the maximum. */
  private void throughSecond(List<FloatBuffer> found, int row) {
    FloatBuffer maxima = found.get(1);
    FloatBuffer map = found.get(2);
    int windows = second.positions() / second.pool();
    int cells = second.filters() * windows;
    read(found.get(0), row, cells);
    toMap.begin(second.positions());
    for (int cell = 0; cell < cells; cell++) {
      if (gradients[cell] == 0) continue;
      float maximum = maxima.get(row * cells + cell);
      map.get((row * cells + cell) * second.pool(), window);
      int place = 0;
      while (place + 1 < window.length && window[place] != maximum) place++;
      toMap.add(cell / windows, cell % windows * second.pool() + place, gradients[cell]);
    }
  }

  private void read(FloatBuffer values, int row, int count) {
    if (gradients.length < count) gradients = new float[count];
    values.get(row * count, gradients, 0, count);
  }

  private void throughFirst(
      Tail.Lane lane, int row, float[] values, int from, int filterStep, int windowStep) {
    for (int filter = 0; filter < first.tables().filters(); filter++) {
      int passing =
          passing(lane, lane.cell(row, filter), values, from + filter * filterStep, windowStep);
      for (int i = 0; i < passing; i++) toInput.add(filter, positions[i], sums[i]);
    }
  }

  /**
   * The gradients that pass one filter's windows, and where; how many they are. Windows that share
   * a maximum follow each other, since the first maximum of a window never lies before that of the
   * window before it; their gradients are added up before they are rectified. Whether one passes is
   * as good as random: no branch asks.
   */
  private int passing(Tail.Lane lane, int cell, float[] values, int at, int step) {
    boolean relu = first.activation() == Activation.RELU;
    boolean overlap = first.poolSize() > first.poolStride();
    int windows = first.windows();
    int count = 0;
    float sum = 0;
    for (int i = 0; i < windows; i++) {
      float y = lane.pooled[cell + i];
      int position = lane.positions[cell + i];
      float gradient = values[at + i * step];
      sum += relu ? (y > 0 ? gradient : 0) : gradient * slope(y);
      positions[count] = position;
      sums[count] = sum;
      boolean goesOn = overlap && i + 1 < windows && lane.positions[cell + i + 1] == position;
      boolean passes = rectified ? sum > 0 : sum != 0;
      count += passes & !goesOn ? 1 : 0;
      sum = goesOn ? sum : 0;
    }
    return count;
  }

  /** Slope of an activation, but for ReLU, where its value is {@code y}. */
  private float slope(float y) {
    return first.activation() == Activation.EXPONENTIAL ? y : (float) -Math.expm1(-y);
  }
}
