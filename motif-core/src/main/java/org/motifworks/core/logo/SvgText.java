package org.motifworks.core.logo;

/** How numbers and text are written in SVG. */
final class SvgText {
  private SvgText() {}

  /** Three decimals at most, none that say nothing. */
  static String number(double value) {
    long thousandths = Math.round(value * 1000);
    String sign = thousandths < 0 ? "-" : "";
    thousandths = Math.abs(thousandths);
    long fraction = thousandths % 1000;
    if (fraction == 0) return (thousandths == 0 ? "" : sign) + thousandths / 1000;
    String digits = Long.toString(1000 + fraction).substring(1).replaceAll("0+$", "");
    return sign + thousandths / 1000 + "." + digits;
  }

  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '&') escaped.append("&amp;");
      else if (c == '<') escaped.append("&lt;");
      else if (c == '>') escaped.append("&gt;");
      else if (c == '"') escaped.append("&quot;");
      else if (c < ' ' && c != '\t' && c != '\n') escaped.append('\uFFFD'); // not allowed in XML
      else escaped.append(c);
    }
    return escaped.toString();
  }

  /** A word in the logo's plain face; {@code anchor} is start, middle or end. */
  static void word(StringBuilder svg, double x, double y, String anchor, String word) {
    svg.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(y));
    svg.append("\" text-anchor=\"").append(anchor).append("\">");
    svg.append(escape(word)).append("</text>");
  }

  static void line(StringBuilder svg, double x1, double y1, double x2, double y2) {
    svg.append("<path d=\"M").append(number(x1)).append(' ').append(number(y1)).append('L');
    svg.append(number(x2)).append(' ').append(number(y2));
    svg.append("\" stroke=\"currentColor\"/>");
  }
}
