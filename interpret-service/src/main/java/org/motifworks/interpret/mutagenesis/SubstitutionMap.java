package org.motifworks.interpret.mutagenesis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.motifworks.core.logo.Drawing;
import org.motifworks.core.sequence.DnaAlphabet;
import org.motifworks.core.sequence.Nucleotide;

/**
 * Effects of substitutions as a picture: a row a letter, a column a position, gains red and losses
 * blue, the sequence's own letters in their rows and once more below. Columns lie where those of a
 * {@link org.motifworks.core.logo.SequenceLogo} with a scale do, so that one can stand above the
 * other.
 */
public final class SubstitutionMap implements Drawing {
  private static final int COLUMN = 20;
  private static final int ROW = 14;
  private static final int LEFT = 36;
  private static final int BELOW = 36;
  private static final double INVISIBLE = 0.005;
  private static final String GAIN = "#b2182b";
  private static final String LOSS = "#2166ac";

  private final double[][] effects;
  private final byte[] tokens;
  private final double strongest;
  private final int firstPosition;

  private SubstitutionMap(double[][] effects, byte[] tokens, double strongest, int first) {
    this.effects = effects;
    this.tokens = tokens;
    this.strongest = strongest;
    this.firstPosition = first;
  }

  /**
   * A map whose strongest effect has its full colour.
   *
   * @param effects shape {@code [length][4]}, columns A C G T
   * @param tokens the sequence, shape {@code [length]}
   * @param first number of the first position
   */
  public static SubstitutionMap of(double[][] effects, byte[] tokens, int first) {
    double strongest = 0;
    for (double[] row : effects) {
      for (double effect : row) strongest = Math.max(strongest, Math.abs(effect));
    }
    return new SubstitutionMap(effects, tokens, strongest, first);
  }

  /** The same map in lines of at most so many columns, all in one scale of colours. */
  public List<SubstitutionMap> lines(int columns) {
    List<SubstitutionMap> lines = new ArrayList<>();
    for (int from = 0; from < tokens.length; from += columns) {
      int to = Math.min(tokens.length, from + columns);
      lines.add(
          new SubstitutionMap(
              Arrays.copyOfRange(effects, from, to),
              Arrays.copyOfRange(tokens, from, to),
              strongest,
              firstPosition + from));
    }
    return lines;
  }

  /** The largest size of an effect. */
  public double strongest() {
    return strongest;
  }

  @Override
  public double width() {
    return LEFT + (double) COLUMN * tokens.length;
  }

  @Override
  public double height() {
    return 4 * ROW + BELOW;
  }

  @Override
  public String toGroup() {
    StringBuilder svg =
        new StringBuilder(
            "<g font-family=\"Helvetica,Arial,sans-serif\" font-size=\"11\" fill=\"currentColor\""
                + " text-anchor=\"middle\">");
    svg.append(
        "<path d=\"M%d .5H%d M%d %d.5H%d\" stroke=\"currentColor\" stroke-opacity=\".25\"/>"
            .formatted(LEFT, (int) width(), LEFT, 4 * ROW, (int) width()));
    for (int letter = 0; letter < 4; letter++) {
      text(svg, LEFT - 12, letter * ROW + 11, DnaAlphabet.letter((byte) letter));
    }
    for (int i = 0; i < tokens.length; i++) {
      column(svg, i);
      text(svg, centre(i), 4 * ROW + 15, DnaAlphabet.letter(tokens[i]));
      int position = firstPosition + i;
      if (position % 10 == 0) number(svg, centre(i), position);
    }
    return svg.append("</g>").toString();
  }

  private void column(StringBuilder svg, int position) {
    for (int letter = 0; letter < 4; letter++) {
      double effect = effects[position][letter];
      double share = strongest == 0 ? 0 : Math.abs(effect) / strongest;
      if (share >= INVISIBLE) {
        svg.append(
            String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\" fill-opacity=\"%.2f\"/>",
                LEFT + position * COLUMN,
                letter * ROW,
                COLUMN,
                ROW,
                effect > 0 ? GAIN : LOSS,
                share));
      }
    }
    if (tokens[position] != Nucleotide.N) own(svg, position);
  }

  /** In its row: so that a reader sees which row is which wherever the picture is cut. */
  private void own(StringBuilder svg, int position) {
    svg.append(
        "<text x=\"%d\" y=\"%d\" font-size=\"9\" fill-opacity=\".5\">%c</text>"
            .formatted(
                centre(position),
                tokens[position] * ROW + 10,
                DnaAlphabet.letter(tokens[position])));
  }

  private static int centre(int position) {
    return LEFT + position * COLUMN + COLUMN / 2;
  }

  private static void text(StringBuilder svg, int x, int y, char letter) {
    svg.append("<text x=\"%d\" y=\"%d\">%c</text>".formatted(x, y, letter));
  }

  private static void number(StringBuilder svg, int x, int position) {
    svg.append(
        "<text x=\"%d\" y=\"%d\" font-size=\"9\" fill-opacity=\".6\">%d</text>"
            .formatted(x, 4 * ROW + 29, position));
  }
}
