package org.motifworks.core.match;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * C's {@code %g} of a 32-bit float: six significant digits, fixed or scientific, without trailing
 * zeros.
 */
final class GeneralFormat {
  private static final MathContext SIX_DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);

  private GeneralFormat() {}

  static String format(double number) {
    float value = (float) number;
    if (value == 0) return "0";
    BigDecimal rounded = new BigDecimal(value).round(SIX_DIGITS).stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent >= -4 && exponent < 6) return rounded.toPlainString();
    BigDecimal mantissa = rounded.movePointLeft(exponent).stripTrailingZeros();
    String digits = Integer.toString(Math.abs(exponent));
    return mantissa.toPlainString()
        + (exponent < 0 ? "e-" : "e+")
        + (digits.length() < 2 ? "0" : "")
        + digits;
  }
}
