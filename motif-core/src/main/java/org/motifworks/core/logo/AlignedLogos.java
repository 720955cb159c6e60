package org.motifworks.core.logo;

import org.motifworks.core.motif.Motif;
import org.motifworks.core.motif.Strand;

/**
 * Two motifs under each other, the query over the target, column by column as they were aligned.
 *
 * <p>Offset as Tomtom reports it: the query's first column lies over this column of the target
 * (0-based; negative when the query begins first). On {@link Strand#REVERSE} the target is drawn as
 * its reverse complement, which is what the offset counts in.
 *
 * @param query drawn as it is
 * @param target drawn as read from {@code strand}
 */
public record AlignedLogos(Motif query, Motif target, int offset, Strand strand) {
  private static final double LABEL = 16;
  private static final double GAP = 8;

  /** Width in SVG units; a column is 20. */
  public double width() {
    return Math.max(
        unlabelledWidth(), 7.0 * Math.max(label(query).length(), targetLabel().length()));
  }

  /** Height in SVG units. */
  public double height() {
    return 2 * (LABEL + LogoPanel.HEIGHT) + GAP;
  }

  private int queryStart() {
    return Math.max(0, offset);
  }

  private int targetStart() {
    return Math.max(0, -offset);
  }

  /** The drawing alone, for a document that has {@link SequenceLogo#defs()} already. */
  public String toGroup() {
    StringBuilder svg = new StringBuilder("<g>");
    row(svg, query, Strand.FORWARD, queryStart(), 0, label(query));
    row(svg, target, strand, targetStart(), LABEL + LogoPanel.HEIGHT + GAP, targetLabel());
    return svg.append("</g>").toString();
  }

  /** Width of {@link #toUnlabelledGroup()} in SVG units; a column is 20. */
  public double unlabelledWidth() {
    return LogoPanel.COLUMN
        * Math.max(queryStart() + query.width(), targetStart() + target.width());
  }

  /** Height of {@link #toUnlabelledGroup()} in SVG units. */
  public double unlabelledHeight() {
    return 2 * LogoPanel.HEIGHT + GAP;
  }

  /** The two logos without their names, for a table that names them itself. */
  public String toUnlabelledGroup() {
    StringBuilder svg = new StringBuilder("<g>");
    logo(svg, query, Strand.FORWARD, queryStart(), 0);
    logo(svg, target, strand, targetStart(), LogoPanel.HEIGHT + GAP);
    return svg.append("</g>").toString();
  }

  private static void logo(StringBuilder svg, Motif motif, Strand strand, int column, double y) {
    svg.append("<g transform=\"translate(").append(SvgText.number(column * LogoPanel.COLUMN));
    svg.append(' ').append(SvgText.number(y)).append(")\">");
    svg.append(SequenceLogo.ofMotif(motif.matrix().onStrand(strand)).toGroup()).append("</g>");
  }

  /** A whole SVG document. */
  public String toSvg() {
    String title = label(query) + " aligned with " + targetLabel();
    return SequenceLogo.document(title, width(), height(), SequenceLogo.defs() + toGroup());
  }

  private static void row(
      StringBuilder svg, Motif motif, Strand strand, int column, double y, String label) {
    svg.append("<g transform=\"translate(0 ").append(SvgText.number(y)).append(")\">");
    svg.append("<g font-family=\"Helvetica,Arial,sans-serif\" font-size=\"11\"");
    svg.append(" fill=\"currentColor\">");
    SvgText.word(svg, 0, 11, "start", label);
    svg.append("</g>");
    logo(svg, motif, strand, column, LABEL);
    svg.append("</g>");
  }

  private String targetLabel() {
    return label(target) + (strand == Strand.REVERSE ? " (reverse complement)" : "");
  }

  private static String label(Motif motif) {
    return motif.name().isEmpty() ? motif.id() : motif.id() + " " + motif.name();
  }
}
