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
  private final boolean guided;
  private final boolean rectified;
  private final TransposedConvolution toInput;
  private final TransposedConvolution toMap;
  private final int[] positions;
  private final float[] sums;
  private float[] gradients = new float[0];
  private float[] maxima = new float[0];
  private float[] map = new float[0];
  private int[] open = new int[0]; // cells whose gradient passes

  WayBack(FirstLayer first, Optional<SecondLayer> second, boolean guided) {
    this.first = first;
    this.second = second.orElse(null);
    this.guided = guided;
    this.rectified = guided && first.activation() == Activation.RELU;
    this.toInput = TransposedConvolution.of(first.tables());
    this.toMap = second.map(SecondLayer::back).orElse(null);
    this.positions = new int[first.windows()];
    this.sums = new float[first.windows()];
  }

  /** The way back of one sequence of a part. */
  void go(Tail.Lane lane, List<FloatBuffer> found, int row) {
    toInput.begin(first.window());
    if (second == null) {
      int cells = first.tables().filters() * first.windows();
      gradients = read(found.get(0), row, cells, gradients);
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
    int windows = second.positions() / second.pool();
    int cells = second.filters() * windows;
    gradients = read(found.get(0), row, cells, gradients);
    maxima = read(found.get(1), row, cells, maxima);
    map = read(found.get(2), row, cells * second.pool(), map);
    toMap.begin(second.positions());
    int count = passing(cells);
    for (int i = 0; i < count; i++) {
      int cell = open[i];
      int position =
          cell % windows * second.pool() + first(map, cell * second.pool(), maxima[cell]);
      toMap.add(cell / windows, position, gradients[cell]);
    }
  }

  /** Where a window's maximum lies first. */
  private int first(float[] map, int start, float maximum) {
    int last = second.pool() - 1;
    int at = 0;
    while (at < last && map[start + at] != maximum) at++;
    return at;
  }

  /** Lists the cells that pass a gradient on. Whether one does is as good as random: no branch. */
  private int passing(int cells) {
    if (open.length < cells) open = new int[cells];
    int count = 0;
    for (int cell = 0; cell < cells; cell++) {
      float gradient = gradients[cell];
      boolean passes = guided & second.rectifying() ? gradient > 0 : gradient != 0;
      open[count] = cell;
      count += passes & (!second.rectifying() | maxima[cell] > 0) ? 1 : 0;
    }
    return count;
  }

  private static float[] read(FloatBuffer values, int row, int count, float[] into) {
    float[] read = into.length < count ? new float[count] : into;
    values.get(row * count, read, 0, count);
    return read;
  }

  private void throughFirst(
      Tail.Lane lane, int row, float[] values, int from, int filterStep, int windowStep) {
    boolean relu = first.activation() == Activation.RELU;
    boolean overlap = first.poolSize() > first.poolStride();
    for (int filter = 0; filter < first.tables().filters(); filter++) {
      int cell = lane.cell(row, filter);
      int at = from + filter * filterStep;
      int passing =
          relu && !overlap
              ? passing(lane.pooled, lane.positions, cell, values, at, windowStep)
              : added(lane, cell, values, at, windowStep);
      for (int i = 0; i < passing; i++) toInput.add(filter, positions[i], sums[i]);
    }
  }

  /**
   * The gradients that pass one filter's windows, and where; how many they are. Whether one passes
   * is as good as random, so no branch asks: positive floats are those with positive bits, and
   * activations are never negative.
   */
  private int passing(float[] pooled, int[] lies, int cell, float[] values, int at, int step) {
    int windows = first.windows();
    int count = 0;
    for (int i = 0; i < windows; i++) {
      float gradient = values[at];
      int y = Float.floatToRawIntBits(pooled[cell + i]);
      int bits = Float.floatToRawIntBits(gradient);
      positions[count] = lies[cell + i];
      sums[count] = gradient;
      count += (-y & (rectified ? -bits : bits | -bits)) >>> 31;
      at += step;
    }
    return count;
  }

  /**
   * The same for other activations and where windows overlap. Windows that share a maximum follow
   * each other, since the first maximum of a window never lies before that of the window before it;
   * their gradients are added up before they are rectified.
   */
  private int added(Tail.Lane lane, int cell, float[] values, int at, int step) {
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
