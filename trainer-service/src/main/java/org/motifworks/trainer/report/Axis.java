package org.motifworks.trainer.report;

import java.util.ArrayList;
import java.util.List;
import org.motifworks.core.page.Html;

/**
 * A linear scale: values {@code [low, high]} at places {@code [from, to]} in SVG units ({@code to}
 * may be the smaller).
 */
record Axis(double low, double high, double from, double to) {

  /** A scale of round numbers around values; {@code low} and {@code high} may be equal. */
  static Axis around(double low, double high, double from, double to) {
    double step = step(high - low);
    double start = Math.floor(low / step) * step;
    return new Axis(start, Math.max(start + step, Math.ceil(high / step) * step), from, to);
  }

  double at(double value) {
    return from + (to - from) * (value - low) / (high - low);
  }

  /** Round values from end to end. */
  List<Double> ticks() {
    double step = step(high - low);
    List<Double> ticks = new ArrayList<>();
    for (int i = 0; low + i * step <= high + step / 1000; i++) ticks.add(low + i * step);
    return ticks;
  }

  /** A tick with as many decimals as the step needs. */
  String label(double tick) {
    double step = step(high - low);
    return Html.number(tick, Math.max(0, (int) Math.ceil(-Math.log10(step) - 1e-9)));
  }

  /** A step of 1, 2 or 5 times a power of ten that cuts a range into three to eight. */
  private static double step(double range) {
    if (!(range > 0)) return 1;
    double power = Math.pow(10, Math.floor(Math.log10(range / 3)));
    double steps = range / 3 / power;
    return power * (steps >= 5 ? 5 : steps >= 2 ? 2 : 1);
  }
}
