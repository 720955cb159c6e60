package org.motifworks.trainer.experiment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.motifworks.contracts.interpretation.ClipRule;
import org.motifworks.contracts.interpretation.FilterRule;
import org.motifworks.contracts.model.TestMetrics.ClassMetrics;
import org.motifworks.core.simulation.PaperTable1;

/** Takes the means over an architecture's trials. */
final class ResultRows {

  private ResultRows() {}

  /**
   * The row of an architecture.
   *
   * @param trials its own
   */
  static ResultRow of(
      String architecture,
      List<String> classes,
      List<FinishedTrial> trials,
      FilterRule primaryRule,
      ClipRule primaryClip) {
    List<LayerFigures> layers = trials.stream().flatMap(trial -> trial.layer().stream()).toList();
    Spread auRoc = Spread.of(trials.stream().map(FinishedTrial::auRoc));
    Spread auPr = Spread.of(trials.stream().map(FinishedTrial::auPr));
    ResultRow.MatchRow primary = matches(layers, primaryRule, primaryClip);
    return new ResultRow(
        architecture,
        trials.size(),
        layers.size(),
        mean(layers, layer -> (double) layer.filters()),
        auRoc.mean(),
        Spread.of(trials.stream().map(FinishedTrial::auRocSd)).mean(),
        auRoc.sd(),
        auPr.mean(),
        Spread.of(trials.stream().map(FinishedTrial::auPrSd)).mean(),
        auPr.sd(),
        primary.jasparMatchPercent(),
        primary.jasparMatchTrialSd(),
        primary.relevantMatchPercent(),
        primary.relevantMatchTrialSd(),
        primary.coveredFactors(),
        mean(layers, layer -> (double) layer.deadFilters()),
        mean(layers, layer -> (double) layer.duplicateFilters()),
        mean(layers, layer -> (double) layer.reverseComplementFilters()),
        mean(
            layers,
            layer ->
                layer.saliencyAuRoc().isPresent() ? layer.saliencyAuRoc().getAsDouble() : null),
        classes.stream().map(name -> classRow(name, trials)).toList(),
        allMatches(layers),
        PaperTable1.row(architecture, classes).orElse(null));
  }

  private static ResultRow.ClassRow classRow(String name, List<FinishedTrial> trials) {
    Spread auRoc = Spread.of(ofClass(trials, name).map(ClassMetrics::auRoc));
    Spread auPr = Spread.of(ofClass(trials, name).map(ClassMetrics::auPr));
    return new ResultRow.ClassRow(name, auRoc.mean(), auRoc.sd(), auPr.mean(), auPr.sd());
  }

  private static Stream<ClassMetrics> ofClass(List<FinishedTrial> trials, String name) {
    return trials.stream()
        .flatMap(trial -> trial.classes().stream())
        .filter(metrics -> metrics.name().equals(name));
  }

  private static List<ResultRow.MatchRow> allMatches(List<LayerFigures> layers) {
    if (layers.isEmpty()) return List.of();
    List<ResultRow.MatchRow> rows = new ArrayList<>();
    for (FilterRule rule : FilterRule.values()) {
      for (ClipRule clip : ClipRule.values()) rows.add(matches(layers, rule, clip));
    }
    return rows;
  }

  private static ResultRow.MatchRow matches(
      List<LayerFigures> layers, FilterRule rule, ClipRule clip) {
    List<LayerFigures.Matches> found =
        layers.stream()
            .flatMap(layer -> layer.matches().stream())
            .filter(matches -> matches.rule() == rule && matches.clip() == clip)
            .toList();
    Spread jaspar = Spread.of(found.stream().map(LayerFigures.Matches::jasparMatchPercent));
    Spread relevant =
        Spread.of(
            found.stream()
                .map(LayerFigures.Matches::relevantMatchPercent)
                .map(share -> share.isPresent() ? share.getAsDouble() : null));
    boolean known = relevant.mean() != null;
    return new ResultRow.MatchRow(
        rule,
        clip,
        jaspar.mean(),
        jaspar.sd(),
        relevant.mean(),
        relevant.sd(),
        known ? mean(found, matches -> (double) matches.coveredFactors().size()) : null,
        filtersOfFactor(found));
  }

  private static Map<String, Double> filtersOfFactor(List<LayerFigures.Matches> found) {
    Map<String, Double> means = new TreeMap<>();
    for (LayerFigures.Matches matches : found) {
      matches
          .filtersOfFactor()
          .forEach(
              (factor, count) -> means.merge(factor, (double) count / found.size(), Double::sum));
    }
    return means;
  }

  private static <T> Double mean(Collection<T> of, Function<T, Double> figure) {
    return Spread.of(of.stream().map(figure).filter(Objects::nonNull)).mean();
  }
}
