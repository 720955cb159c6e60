package org.motifworks.core.motif.io;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Numbers as motif files print them: with the fewest digits that read back to the same number, so
 * that a printed number is printed again as it was.
 */
final class Digits {
  private static final double MILLION = 1e6;

  private Digits() {}

  /** Without an exponent, and with {@code decimals} decimals at least (0 to 6). */
  static String decimal(double value, int decimals) {
    double scaled = value * MILLION;
    double rounded = Math.rint(scaled);
    // nearly every number of a motif file has no more than six decimals
    if (rounded / MILLION == value && Math.abs(rounded) < 1e15) {
      BigDecimal exact = BigDecimal.valueOf((long) rounded, 6);
      return atLeast(exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros(), decimals);
    }
    return atLeast(fewestDigits(value), decimals);
  }

  /** Six decimals, rounded as {@code printf} does. */
  static String sixDecimals(double value) {
    return new BigDecimal(value).setScale(6, RoundingMode.HALF_EVEN).toPlainString();
  }

  /** With an exponent where the number is very large or small, such as {@code 4.1e-9}. */
  static String shortest(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e9) return Long.toString((long) value);
    if (Math.abs(value) >= 1e-4 && Math.abs(value) < 1e9) return decimal(value, 0);
    return fewestDigits(value).toString().toLowerCase(Locale.ROOT);
  }

  // Double.toString of Java 17 sometimes has a digit too many
  private static BigDecimal fewestDigits(double value) {
    for (int precision = 1; precision < 17; precision++) {
      BigDecimal shorter = new BigDecimal(value, new MathContext(precision));
      if (shorter.doubleValue() == value) return shorter;
    }
    return new BigDecimal(value, new MathContext(17));
  }

  private static String atLeast(BigDecimal value, int decimals) {
    return (value.scale() < decimals ? value.setScale(decimals) : value).toPlainString();
  }
}
