package org.motifworks.core.page;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import org.motifworks.core.match.ColumnDistance;
import org.motifworks.core.match.Coverage;
import org.motifworks.core.match.MatchCounts;
import org.motifworks.core.match.MatchSettings;
import org.motifworks.core.match.MatchThreshold;
import org.motifworks.core.match.MotifGroup;

/** What was matched and how, and what came of it in a few numbers. */
final class MatchSummary {
  private MatchSummary() {}

  static String title(MatchSubject subject) {
    int queries = subject.queries().size();
    return Html.count(queries)
        + (queries == 1 ? " motif" : " motifs")
        + " against "
        + Html.text(subject.database().name());
  }

  /** The heading and the line that names metric, database and thresholds. */
  static String header(MatchSubject subject, String title) {
    MatchSettings settings = subject.settings();
    return "<header>\n<p class=\"brand\">Motifworks</p>\n<h1>"
        + title
        + "</h1>\n<p class=\"lead\">Matches at "
        + threshold(settings.threshold())
        + " among "
        + Html.count(subject.database().motifs().size())
        + " motifs. Columns are compared by "
        + distance(settings.distance())
        + ", with "
        + (settings.completeScores() ? "complete" : "incomplete")
        + " scores, "
        + (settings.reverseComplements() ? "on both strands" : "on the given strand only")
        + ", at least "
        + settings.minOverlap()
        + (settings.minOverlap() == 1 ? " column" : " columns")
        + " overlapping, pseudo-count "
        + plain(settings.pseudoCount())
        + ". All figures are those of Tomtom 5.4.1.</p>\n<p class=\"origin\"><code>"
        + Html.text(subject.origin())
        + "</code></p>\n</header>\n";
  }

  /** The counts; written last, shown below the heading. */
  static String figures(
      MatchSubject subject, MatchCounts counts, int whole, List<MotifGroup> groups) {
    int repeats = groups.stream().mapToInt(group -> group.members().size() - 1).sum();
    int partial = counts.withMatch() - whole;
    StringBuilder html = new StringBuilder("<div class=\"figures\">\n");
    figure(
        html,
        "With a match",
        Html.percent(counts.jasparMatchPercent()),
        Html.count(counts.withMatch()) + " of " + Html.count(counts.motifs()));
    OptionalDouble relevant = counts.relevantMatchPercent();
    if (relevant.isPresent()) {
      figure(
          html,
          "Relevant match",
          Html.percent(relevant.getAsDouble()),
          counts.coveredFactors().size() + " of " + counts.byFactor().size() + " factors found");
    }
    figure(html, "Whole motifs", Html.count(whole), "by their best match");
    figure(html, "Partial", Html.count(partial), "cover a part of it");
    figure(
        html,
        "Different motifs",
        Html.count(counts.motifs() - repeats),
        repeats == 0 ? "no duplicates" : Html.count(repeats) + " are repeats");
    figure(html, "Left out", Html.count(subject.leftOut().size()), "could not be read");
    return html.append("</div>\n").toString();
  }

  /** How to read the page. */
  static String reading(MatchSubject subject) {
    return section(
        "How to read this",
        "",
        "<dl class=\"reading\"><dt><i>p</i>, <i>E</i>, <i>q</i></dt><dd>The chance of as good an"
            + " alignment with a random motif; that times "
            + Html.count(subject.database().motifs().size())
            + ", the motifs of the database; and the least false discovery rate at which the match"
            + " would be listed. They depend on how columns are compared ("
            + subject.settings().distance().tomtomName()
            + " here): figures of different distances cannot be put side by side.</dd>"
            + "<dt>Coverage</dt><dd>The share of the target&#8217;s information that the"
            + " query&#8217;s letters cover where they lie on it. Under "
            + Html.percent(100 * Coverage.WHOLE)
            + " the query is called partial: it lacks columns of the target, or is a blurred"
            + " picture of it. A small <i>p</i> does not tell that.</dd>"
            + "<dt>Logos</dt><dd>The query above, the target below as read from the strand that"
            + " matches; shaded where they overlap. Drawn from the matrices that were matched,"
            + " two bits full height.</dd></dl>");
  }

  static String section(String title, String introduction, String content) {
    return "<section>\n<h2>"
        + title
        + "</h2>\n"
        + (introduction.isEmpty() ? "" : "<p class=\"note\">" + introduction + "</p>\n")
        + content
        + "</section>\n";
  }

  private static void figure(StringBuilder html, String name, String value, String detail) {
    html.append("<div class=\"figure\"><p class=\"name\">").append(name);
    html.append("</p><p class=\"value\">").append(value);
    html.append("</p><p class=\"detail\">").append(detail).append("</p></div>\n");
  }

  private static String threshold(MatchThreshold threshold) {
    return (threshold.kind() == MatchThreshold.Kind.E_VALUE ? "<i>E</i>" : "<i>q</i>")
        + "&#160;&#8804;&#160;"
        + plain(threshold.limit());
  }

  private static String distance(ColumnDistance distance) {
    return (distance == ColumnDistance.EUCLIDEAN ? "Euclidean distance" : "Pearson correlation")
        + " ("
        + distance.tomtomName()
        + ")";
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
