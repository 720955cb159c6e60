package org.motifworks.interpret.saliency;

import java.util.OptionalDouble;

/** Running mean and standard deviation (divisor n) of numbers that may be absent. */
final class MeanAndDeviation {
  private int count;
  private double sum;
  private double squares;

  void add(OptionalDouble value) {
    if (value.isEmpty()) return;
    count++;
    sum += value.getAsDouble();
    squares += value.getAsDouble() * value.getAsDouble();
  }

  int count() {
    return count;
  }

  OptionalDouble mean() {
    return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / count);
  }

  OptionalDouble deviation() {
    if (count == 0) return OptionalDouble.empty();
    double mean = sum / count;
    return OptionalDouble.of(Math.sqrt(Math.max(0, squares / count - mean * mean)));
  }
}
