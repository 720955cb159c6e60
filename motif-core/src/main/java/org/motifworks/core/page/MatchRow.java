package org.motifworks.core.page;

import org.motifworks.core.logo.AlignedLogos;
import org.motifworks.core.match.Coverage;
import org.motifworks.core.match.MotifGroup;
import org.motifworks.core.match.MotifMatch;
import org.motifworks.core.match.QueryMatches;
import org.motifworks.core.motif.Motif;
import org.motifworks.core.motif.Strand;

/** One match as a row of the table. A cell's {@code data-v} is what the script sorts by. */
final class MatchRow {
  private static final double SCALE = 0.5; // pixels for an SVG unit
  private static final double COLUMN = 20;
  private static final String MINUS = "&#8722;";

  private MatchRow() {}

  static String tableHead() {
    return "<section class=\"found\">\n<h2>Matches</h2>\n<div class=\"tools\" hidden><label>Filter"
        + " <input type=\"search\" id=\"filter\" placeholder=\"motif, factor, partial &#8230;\""
        + " autocomplete=\"off\"></label><output id=\"shown\" for=\"filter\"></output></div>\n"
        + "<table>\n<thead><tr><th data-sort=\"text\">Query</th><th data-sort=\"text\">Target</th>"
        + "<th>Alignment</th><th class=\"n\" data-sort=\"number\"><i>p</i></th>"
        + "<th class=\"n\" data-sort=\"number\"><i>E</i></th>"
        + "<th class=\"n\" data-sort=\"number\"><i>q</i></th>"
        + "<th class=\"n\" data-sort=\"number\">Overlap</th>"
        + "<th class=\"n\" data-sort=\"number\">Offset</th><th data-sort=\"text\">Strand</th>"
        + "<th data-sort=\"number\">Coverage</th></tr></thead>\n<tbody>\n";
  }

  /** The end of the table, with what it does not show. */
  static String tableEnd(boolean any, int drawn, int notDrawn) {
    String note = "";
    if (!any) note = "No motif matches.";
    if (notDrawn > 0) {
      note =
          "The best "
              + (drawn == 1 ? "match" : drawn + " matches")
              + " of each query; "
              + Html.count(notDrawn)
              + " more are in the table (tsv) and in the JSON of the same matching.";
    }
    return "</tbody>\n</table>\n"
        + (note.isEmpty() ? "" : "<p class=\"note more\">" + note + "</p>\n")
        + "</section>\n";
  }

  static String html(QueryMatches query, int rank, Coverage coverage, MotifGroup group) {
    MotifMatch match = query.matches().get(rank);
    StringBuilder row = new StringBuilder(8192);
    row.append("<tr><td data-l=\"Query\" data-v=\"").append(Html.text(match.query().id()));
    row.append("\">").append(name(match.query().id(), match.query().name()));
    row.append("<small>").append(rank(rank, query.matches().size())).append("</small>");
    if (group != null) row.append(sameAs(group, match.query()));
    row.append("</td><td data-l=\"Target\" data-v=\"");
    row.append(Html.text(label(match.target()) + ' ' + match.target().id())).append("\">");
    row.append(name(label(match.target()), idBeside(match.target()))).append("</td>");
    row.append("<td class=\"logos\">").append(logos(match)).append("</td>");
    number(row, "p", match.pValue(), Html.significance(match.pValue()));
    number(row, "E", match.eValue(), Html.significance(match.eValue()));
    number(row, "q", match.qValue(), Html.significance(match.qValue()));
    number(row, "Overlap", match.overlap(), String.valueOf(match.overlap()));
    number(row, "Offset", match.offset(), offset(match.offset()));
    row.append("<td class=\"strand\" data-l=\"Strand\">").append(strand(match.strand()));
    row.append("</td>").append(coverage(coverage)).append("</tr>\n");
    return row.toString();
  }

  private static String name(String strong, String faint) {
    return "<b>"
        + Html.text(strong)
        + "</b>"
        + (faint.isEmpty() ? "" : " <small>" + Html.text(faint) + "</small>");
  }

  private static String label(Motif motif) {
    return motif.name().isEmpty() ? motif.id() : motif.name();
  }

  private static String idBeside(Motif motif) {
    return motif.name().isEmpty() ? "" : motif.id();
  }

  private static String rank(int rank, int of) {
    if (of == 1) return "only match";
    return rank == 0 ? "best of " + of : "match " + (rank + 1) + " of " + of;
  }

  private static String sameAs(MotifGroup group, Motif query) {
    String others =
        group.representative().equals(query)
            ? "found " + group.members().size() + "&#215;"
            : "like " + Html.text(group.representative().id());
    return "<small class=\"same\">" + others + "</small>";
  }

  private static void number(StringBuilder row, String label, double value, String shown) {
    row.append("<td class=\"n\" data-l=\"").append(label).append("\" data-v=\"").append(value);
    row.append("\">").append(shown).append("</td>");
  }

  private static String offset(int offset) {
    return offset < 0 ? MINUS + -offset : String.valueOf(offset);
  }

  private static String strand(Strand strand) {
    return strand == Strand.FORWARD ? "+" : MINUS;
  }

  private static String logos(MotifMatch match) {
    AlignedLogos pair =
        new AlignedLogos(match.query(), match.target(), match.offset(), match.strand());
    String band =
        "<rect class=\"band\" x=\""
            + Math.round(Math.abs(match.offset()) * COLUMN)
            + "\" width=\""
            + Math.round(match.overlap() * COLUMN)
            + "\" height=\""
            + Math.round(pair.unlabelledHeight())
            + "\"/>";
    return drawing(
        match.query().id() + " aligned with " + match.target().id(),
        pair.unlabelledWidth(),
        pair.unlabelledHeight(),
        band + pair.toUnlabelledGroup());
  }

  /** A drawing of its own size: a column is as wide in every row. */
  static String drawing(String label, double width, double height, String content) {
    return "<div class=\"drawing\" style=\"width:"
        + Math.round(width * SCALE)
        + "px\">"
        + Html.drawing(label, width, height, content)
        + "</div>";
  }

  private static String coverage(Coverage coverage) {
    String percent = Html.number(100 * coverage.share(), 0);
    return "<td class=\"coverage\" data-l=\"Coverage\" data-v=\""
        + Html.number(coverage.share(), 4)
        + "\"><span class=\""
        + (coverage.partial() ? "bar partial" : "bar")
        + "\"><i style=\"width:"
        + percent
        + "%\"></i></span><span class=\"barvalue\">"
        + percent
        + "&#8239;%"
        + (coverage.partial() ? " <b>partial</b>" : "")
        + "</span></td>";
  }
}
