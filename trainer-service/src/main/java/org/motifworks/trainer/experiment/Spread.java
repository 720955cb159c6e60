package org.motifworks.trainer.experiment;

import java.util.Collection;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Mean and standard deviation over trials.
 *
 * @param mean null of no values
 * @param sd with divisor n - 1; null of fewer than two
 */
record Spread(Double mean, Double sd) {

  /** Of those that are not null. */
  static Spread of(Stream<Double> values) {
    return of(values.filter(Objects::nonNull).toList());
  }

  private static Spread of(Collection<Double> values) {
    int count = values.size();
    if (count == 0) return new Spread(null, null);
    double mean = values.stream().mapToDouble(v -> v).sum() / count;
    if (count == 1) return new Spread(mean, null);
    double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
    return new Spread(mean, Math.sqrt(squares / (count - 1)));
  }
}
