package org.motifworks.core.page;

import java.util.Locale;

/** Text, numbers and drawings as HTML. */
public final class Html {
  private Html() {}

  /** Text with the characters HTML gives a meaning replaced. */
  public static String text(String plain) {
    return plain
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** A number with a fixed count of decimals. */
  public static String number(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  /** A whole number with thin spaces between thousands. */
  public static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value).replace(",", "&#8239;");
  }

  /** A share as a percentage without decimals. */
  public static String percent(double value) {
    return number(value, 0) + "&#8239;%";
  }

  /** A p-, E- or q-value: two digits, small ones as a power of ten. */
  public static String significance(double value) {
    if (value == 0) return "0";
    if (value >= 0.001) return number(value, value >= 0.1 ? 2 : value >= 0.01 ? 3 : 4);
    String[] parts = String.format(Locale.ROOT, "%.1e", value).split("e");
    return parts[0] + "&#215;10<sup>&#8722;" + Math.abs(Integer.parseInt(parts[1])) + "</sup>";
  }

  /** A drawing of the given size in its own units, which scales with the page. */
  public static String drawing(String label, double width, double height, String content) {
    return drawing(label, 0, width, height, content);
  }

  /** Likewise, beginning at {@code left}: the part of a wider drawing. */
  public static String drawing(
      String label, double left, double width, double height, String content) {
    return "<svg viewBox=\""
        + number(left, 1)
        + " 0 "
        + number(width, 1)
        + " "
        + number(height, 1)
        + "\" role=\"img\" aria-label=\""
        + text(label)
        + "\">"
        + content
        + "</svg>";
  }
}
