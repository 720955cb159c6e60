package org.motifworks.interpret.number;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Numbers as files print them: the last digits of floating-point sums are noise. */
public final class Rounded {
  private Rounded() {}

  /** The value with at most {@code decimals} decimals; never negative zero. */
  public static double to(double value, int decimals) {
    double rounded =
        BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue();
    return rounded == 0 ? 0 : rounded;
  }

  /** Likewise, when there is one. */
  public static OptionalDouble to(OptionalDouble value, int decimals) {
    return value.isEmpty() ? value : OptionalDouble.of(to(value.getAsDouble(), decimals));
  }

  /** The same of every value of a matrix. */
  public static List<List<Double>> rows(double[][] rows, int decimals) {
    List<List<Double>> all = new ArrayList<>(rows.length);
    for (double[] row : rows) {
      List<Double> values = new ArrayList<>(row.length);
      for (double value : row) values.add(to(value, decimals));
      all.add(values);
    }
    return all;
  }
}
