package org.motifworks.interpret.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.motifworks.contracts.interpretation.FilterFinding;
import org.motifworks.contracts.interpretation.TargetMatch;
import org.motifworks.core.logo.AlignedLogos;
import org.motifworks.core.logo.SequenceLogo;
import org.motifworks.core.match.Coverage;
import org.motifworks.core.motif.Motif;
import org.motifworks.core.page.Html;
import org.motifworks.interpret.filter.FilterDrawing;

/** The filters as logos: the ten best with what they match, then all of them. */
final class FilterSections {
  private static final int BEST = 10;

  private FilterSections() {}

  static String best(ReportInput input) {
    List<FilterFinding> best =
        input.interpretation().filters().stream()
            .filter(filter -> !filter.matches().isEmpty())
            .sorted(Comparator.comparingDouble(filter -> filter.matches().get(0).eValue()))
            .limit(BEST)
            .toList();
    StringBuilder cards = new StringBuilder("<div class=\"cards\">\n");
    best.forEach(filter -> card(cards, input, filter));
    cards.append("</div>\n");
    if (best.isEmpty()) {
      return Report.section(
          "Best filters",
          "No filter resembles a JASPAR motif: see the gallery for what they look like.",
          "");
    }
    return Report.section(
        "Best filters",
        "The "
            + best.size()
            + " filters with the most significant match, each drawn above the JASPAR motif it"
            + " matches best, aligned as Tomtom aligned them. Letter height is information, two"
            + " bits full height. Covered is the share of the motif&#8217;s information that the"
            + " filter shares; under "
            + Html.percent(100 * Coverage.WHOLE)
            + " it has learned a part of the motif.",
        cards.toString());
  }

  private static void card(StringBuilder html, ReportInput input, FilterFinding filter) {
    TargetMatch match = filter.matches().get(0);
    html.append("<article class=\"card\"><h3>Filter ").append(filter.filter());
    html.append(" <span class=\"target\">").append(Html.text(match.targetName()));
    html.append("</span>").append(badge(match)).append("</h3>\n");
    Optional<Motif> target = input.jaspar().find(match.targetId());
    if (target.isPresent()) {
      AlignedLogos pair = FilterDrawing.aligned(filter, match, target.get());
      html.append(
          Html.drawing(
              "Filter " + filter.filter() + " aligned with " + match.targetName(),
              Math.max(pair.width(), 460),
              pair.height(),
              pair.toGroup()));
    }
    html.append("<dl class=\"stats\">");
    stat(html, "sites", Html.count(filter.sites()));
    stat(html, "<i>p</i>", Html.significance(match.pValue()));
    stat(html, "<i>E</i>", Html.significance(match.eValue()));
    stat(html, "<i>q</i>", Html.significance(match.qValue()));
    if (match.coverage().isPresent()) stat(html, "covered", covered(match));
    html.append("</dl></article>\n");
  }

  private static void stat(StringBuilder html, String name, String value) {
    html.append("<div><dt>").append(name).append("</dt><dd>").append(value).append("</dd></div>");
  }

  private static String badge(TargetMatch match) {
    return match
        .relevantFactor()
        .map(factor -> "<span class=\"badge\">" + Html.text(factor) + "</span>")
        .orElse("");
  }

  static String gallery(ReportInput input) {
    return Report.section(
        "All filters",
        "Every filter of the first layer, the columns that were matched. Below each: its best"
            + " match with E-value, or a dash, and the number of sequence windows it was made"
            + " from. A coloured name is a factor of this dataset, matched best or also. Filters"
            + " that learned the same motif name the most informative of them.",
        tiles(input.interpretation().filters()));
  }

  /** Filters side by side, drawn to one scale. */
  static String tiles(List<FilterFinding> filters) {
    double widest =
        filters.stream()
            .filter(FilterFinding::hasMotif)
            .mapToDouble(filter -> FilterDrawing.logo(filter).width())
            .max()
            .orElse(100);
    StringBuilder tiles = new StringBuilder("<div class=\"gallery\">\n");
    for (FilterFinding filter : filters) tile(tiles, filter, widest);
    return tiles.append("</div>\n").toString();
  }

  private static void tile(StringBuilder html, FilterFinding filter, double widest) {
    html.append("<figure").append(filter.hasMotif() ? ">" : " class=\"dead\">");
    if (!filter.hasMotif()) {
      html.append("<div class=\"empty\">");
      html.append(filter.dead() ? "never fired" : "no whole window").append("</div>");
    } else {
      SequenceLogo logo = FilterDrawing.logo(filter);
      html.append(Html.drawing("Filter " + filter.filter(), widest, logo.height(), logo.toGroup()));
    }
    html.append("<figcaption><b>").append(filter.filter()).append("</b> ");
    if (filter.matches().isEmpty()) {
      html.append(filter.dead() ? "dead" : "&#8212;");
    } else {
      html.append(name(filter));
    }
    if (filter.hasMotif()) html.append("<small>").append(facts(filter)).append("</small>");
    sameAs(filter).ifPresent(words -> html.append("<small>").append(words).append("</small>"));
    html.append("</figcaption></figure>\n");
  }

  /** The best match and, where that is no factor of the dataset, the first one that is. */
  private static String name(FilterFinding filter) {
    TargetMatch best = filter.matches().get(0);
    String name = Html.text(best.targetName());
    if (best.relevantFactor().isPresent()) return "<span class=\"relevant\">" + name + "</span>";
    return filter.matches().stream()
        .flatMap(match -> match.relevantFactor().stream())
        .findFirst()
        .map(factor -> name + " <span class=\"relevant\">" + Html.text(factor) + "</span>")
        .orElse(name);
  }

  private static Optional<String> sameAs(FilterFinding filter) {
    return filter
        .group()
        .filter(group -> group.representative() != filter.filter())
        .map(
            group ->
                (group.strand().equals("-") ? "reverse complement of " : "duplicate of ")
                    + group.representative());
  }

  private static String covered(TargetMatch match) {
    String share = Html.percent(100 * match.coverage().getAsDouble());
    return match.partial().orElse(false) ? share + ", a part" : share;
  }

  private static String facts(FilterFinding filter) {
    String sites = Html.count(filter.sites()) + (filter.sites() == 1 ? " site" : " sites");
    if (filter.matches().isEmpty()) return sites;
    return "<i>E</i> " + Html.significance(filter.matches().get(0).eValue()) + " &#183; " + sites;
  }
}
