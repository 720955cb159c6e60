package org.motifworks.core.logo;

/**
 * The four letters as shapes that fill a box of 100 x 100 to its edges, so that a letter's drawn
 * height is exactly its value. Colours are the classic ones in shades that colour-blind readers
 * tell apart.
 */
final class LogoGlyphs {
  private static final String[] PATHS = {
    "M0 100L38 0H62L100 100H77L69.5 78H30.5L23 100ZM36.5 60H63.5L50 20Z",
    "M98 26.7A52 50 0 1 0 98 73.3L75 68.9A29 31 0 1 1 75 31.1Z",
    "M97 25A52 50 0 1 0 100 69.2V48H54V66H77A29 31 0 1 1 74.5 30.4Z",
    "M0 0H100V17H61.5V100H38.5V17H0Z"
  };
  private static final String[] COLOURS = {"#009e73", "#0072b2", "#e69f00", "#cc3311"};
  private static final String LETTERS = "ACGT";

  private LogoGlyphs() {}

  /** The shared definitions; ids {@code logo-A} to {@code logo-T}. */
  static String defs() {
    StringBuilder svg = new StringBuilder("<defs>");
    for (int nucleotide = 0; nucleotide < 4; nucleotide++) {
      svg.append("<path id=\"logo-").append(LETTERS.charAt(nucleotide)).append("\" fill=\"");
      svg.append(COLOURS[nucleotide]).append("\" fill-rule=\"evenodd\" d=\"");
      svg.append(PATHS[nucleotide]).append("\"/>");
    }
    return svg.append("</defs>").toString();
  }

  /** One letter with its upper left corner at (x, y); a negative height hangs it upside down. */
  static void use(
      StringBuilder svg, int nucleotide, double x, double y, double width, double height) {
    svg.append("<use href=\"#logo-").append(LETTERS.charAt(nucleotide));
    svg.append("\" transform=\"translate(").append(SvgText.number(x)).append(' ');
    svg.append(SvgText.number(height < 0 ? y - height : y)).append(")scale(");
    svg.append(SvgText.number(width / 100)).append(' ').append(SvgText.number(height / 100));
    svg.append(")\"/>");
  }
}
