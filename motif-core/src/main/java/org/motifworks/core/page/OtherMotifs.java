package org.motifworks.core.page;

import java.util.List;
import org.motifworks.core.logo.SequenceLogo;
import org.motifworks.core.match.MotifGroup;
import org.motifworks.core.motif.Motif;
import org.motifworks.core.motif.Strand;

/** The motifs beside the matches: found several times, without a match, left out. */
final class OtherMotifs {
  private static final int DRAWN = 120;
  private static final int MEMBERS_DRAWN = 8;
  private static final double COLUMN = 20;

  private OtherMotifs() {}

  static String groups(List<MotifGroup> groups) {
    if (groups.isEmpty()) return "";
    StringBuilder cards = new StringBuilder("<div class=\"groups\">\n");
    int drawn = 0;
    for (MotifGroup group : groups) {
      int here = drawn < DRAWN ? Math.min(MEMBERS_DRAWN, group.members().size()) : 0;
      drawn += here;
      card(cards, group, here);
    }
    return MatchSummary.section(
        "Found more than once",
        "Queries that are the same motif or its reverse complement, each group under its most"
            + " informative one, turned and shifted to lie on it. Beside each: the share of the"
            + " two logos that is the same.",
        cards.append("</div>\n").toString());
  }

  private static void card(StringBuilder html, MotifGroup group, int drawn) {
    List<Placed> placed = group.members().stream().map(m -> Placed.of(m, group)).toList();
    int from = placed.stream().mapToInt(Placed::column).min().orElse(0);
    int to = placed.stream().mapToInt(Placed::end).max().orElse(1);
    html.append("<article><h3>").append(Html.text(group.representative().id())).append(" <small>");
    html.append(group.members().size()).append(" motifs</small></h3>\n");
    for (Placed each : placed.subList(0, drawn)) {
      SequenceLogo logo =
          SequenceLogo.ofMotif(each.member.motif().matrix().onStrand(each.member.strand()));
      String moved =
          "<g transform=\"translate("
              + Math.round((each.column - from) * COLUMN)
              + " 0)\">"
              + logo.toGroup()
              + "</g>";
      html.append("<div class=\"member\">");
      html.append(
          MatchRow.drawing(each.member.motif().id(), (to - from) * COLUMN, logo.height(), moved));
      html.append("<p><b>").append(Html.text(each.member.motif().id())).append("</b> <small>");
      html.append(each.member.strand() == Strand.FORWARD ? "+" : "&#8722;").append(" &#183; ");
      html.append(Html.percent(100 * each.member.similarity())).append("</small></p></div>\n");
    }
    if (drawn < placed.size()) {
      html.append("<p class=\"ids\">").append(drawn == 0 ? "" : "and ");
      List<Motif> rest =
          group.members().stream().skip(drawn).map(MotifGroup.Member::motif).toList();
      html.append(ids(rest)).append("</p>\n");
    }
    html.append("</article>\n");
  }

  /** A member as its group shows it: read like the representative, first column counted in it. */
  private record Placed(MotifGroup.Member member, int column) {
    static Placed of(MotifGroup.Member member, MotifGroup group) {
      int column = member.offset();
      if (member.strand() == Strand.REVERSE) {
        column = group.representative().width() - member.motif().width() - member.offset();
      }
      return new Placed(member, column);
    }

    int end() {
      return column + member.motif().width();
    }
  }

  static String unmatched(List<Motif> motifs) {
    if (motifs.isEmpty()) return "";
    StringBuilder tiles = new StringBuilder("<div class=\"unmatched\">\n");
    for (Motif motif : motifs.subList(0, Math.min(DRAWN, motifs.size()))) {
      SequenceLogo logo = SequenceLogo.ofMotif(motif.matrix());
      tiles.append("<figure>");
      tiles.append(MatchRow.drawing(motif.id(), logo.width(), logo.height(), logo.toGroup()));
      tiles.append("<figcaption><b>").append(Html.text(motif.id())).append("</b> ");
      tiles.append(Html.text(motif.name())).append(" <small>");
      tiles.append(Html.number(motif.matrix().informationContent(), 1));
      tiles.append("&#8239;bits</small></figcaption></figure>\n");
    }
    tiles.append("</div>\n");
    if (motifs.size() > DRAWN) {
      tiles.append("<p class=\"ids\">and ").append(ids(motifs.subList(DRAWN, motifs.size())));
      tiles.append("</p>\n");
    }
    return MatchSummary.section(
        "Without a match",
        Html.count(motifs.size())
            + (motifs.size() == 1 ? " query matches" : " queries match")
            + " nothing at this threshold.",
        tiles.toString());
  }

  static String leftOut(List<String> reasons) {
    if (reasons.isEmpty()) return "";
    StringBuilder list = new StringBuilder("<ul>\n");
    for (String reason : reasons) list.append("<li>").append(Html.text(reason)).append("</li>\n");
    return MatchSummary.section(
        "Left out",
        "Motifs of the file that could not be read; everything else was matched.",
        list.append("</ul>\n").toString());
  }

  private static String ids(List<Motif> motifs) {
    StringBuilder ids = new StringBuilder();
    for (Motif motif : motifs) {
      ids.append(ids.length() == 0 ? "" : ", ").append(Html.text(motif.id()));
    }
    return ids.toString();
  }
}
