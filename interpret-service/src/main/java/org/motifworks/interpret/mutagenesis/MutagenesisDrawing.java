package org.motifworks.interpret.mutagenesis;

import java.util.Locale;
import org.motifworks.core.sequence.DnaAlphabet;

/** Effects as a picture: a row a letter, a column a position, the sequence below. */
public final class MutagenesisDrawing {
  private static final int CELL = 10;
  private static final int LEFT = 16;
  private static final int BOTTOM = 26;
  private static final String GAIN = "#b2182b";
  private static final String LOSS = "#2166ac";

  private MutagenesisDrawing() {}

  /**
   * Draws effects; the strongest has its full colour.
   *
   * @param effects shape {@code [length][4]}
   */
  public static String svg(double[][] effects, byte[] tokens) {
    int width = LEFT + effects.length * CELL + 1;
    int height = 4 * CELL + BOTTOM;
    StringBuilder svg =
        new StringBuilder(
            ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
                    + " height=\"%d\" font-family=\"monospace\" font-size=\"9\"><rect width=\"%d\""
                    + " height=\"%d\" fill=\"#fff\"/>")
                .formatted(width, height, width, height, width, height));
    for (int letter = 0; letter < 4; letter++) {
      text(svg, LEFT - 8, (letter + 1) * CELL - 2, "ACGT".charAt(letter));
    }
    double largest = largest(effects);
    for (int i = 0; i < effects.length; i++) {
      for (int letter = 0; letter < 4; letter++) {
        double share = largest == 0 ? 0 : Math.abs(effects[i][letter]) / largest;
        if (share < 0.005) continue;
        svg.append(
            String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\" fill-opacity=\"%.2f\"/>",
                LEFT + i * CELL,
                letter * CELL,
                CELL,
                CELL,
                effects[i][letter] > 0 ? GAIN : LOSS,
                share));
      }
    }
    String letters = DnaAlphabet.format(tokens);
    for (int i = 0; i < letters.length(); i++) {
      text(svg, LEFT + i * CELL + CELL / 2, 5 * CELL, letters.charAt(i));
      if ((i + 1) % 10 == 0) {
        svg.append(
            "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" font-size=\"7\" fill=\"#666\">%d</text>"
                .formatted(LEFT + i * CELL + CELL / 2, 6 * CELL + 2, i + 1));
      }
    }
    return svg.append("</svg>").toString();
  }

  private static void text(StringBuilder svg, int x, int y, char letter) {
    svg.append("<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%c</text>".formatted(x, y, letter));
  }

  private static double largest(double[][] effects) {
    double largest = 0;
    for (double[] row : effects) {
      for (double effect : row) largest = Math.max(largest, Math.abs(effect));
    }
    return largest;
  }
}
