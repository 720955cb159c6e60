package org.motifworks.trainer.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.Collectors;
import org.motifworks.contracts.interpretation.ClipRule;
import org.motifworks.contracts.interpretation.FilterRule;
import org.motifworks.contracts.interpretation.InterpretationSettings;

/**
 * An experiment's results as the paper's Table 1 gives them, and more.
 *
 * @param format {@link #FORMAT}
 * @param complete whether every run ended in a model that was interpreted
 * @param primaryRule of the filters' figures in the rows; every row has the other rule and clip too
 * @param test that compares architectures, by name
 * @param correction of its p-values, by name
 * @param rows in the order asked for, those without a finished run left out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ResultTable(
    String format,
    String experiment,
    String name,
    String dataset,
    int trials,
    long seed,
    boolean complete,
    FilterRule primaryRule,
    ClipRule primaryClip,
    List<ResultRow> rows,
    String test,
    String correction,
    List<Comparison> comparisons) {

  public static final String FORMAT = "motifworks.experiment-results/1";

  /**
   * The table of what is finished.
   *
   * @param dataset its name
   * @param classes in the dataset's order
   */
  static ResultTable of(
      Experiment experiment, String dataset, List<String> classes, List<FinishedTrial> finished) {
    LayerFigures any =
        finished.stream().flatMap(trial -> trial.layer().stream()).findFirst().orElse(null);
    InterpretationSettings settings = InterpretationSettings.paper();
    FilterRule rule = any == null ? settings.primaryRule() : any.primaryRule();
    ClipRule clip = any == null ? settings.primaryClip() : any.primaryClip();
    var byArchitecture =
        finished.stream().collect(Collectors.groupingBy(FinishedTrial::architecture));
    List<ResultRow> rows =
        experiment.architectureNames().stream()
            .filter(byArchitecture::containsKey)
            .map(name -> ResultRows.of(name, classes, byArchitecture.get(name), rule, clip))
            .toList();
    long interpreted = finished.stream().filter(trial -> trial.layer().isPresent()).count();
    return new ResultTable(
        FORMAT,
        experiment.id(),
        experiment.name(),
        dataset,
        experiment.trials(),
        experiment.seed(),
        interpreted == (long) experiment.architectures().size() * experiment.trials(),
        rule,
        clip,
        rows,
        Comparison.TEST,
        Comparison.CORRECTION,
        Comparisons.between(rows));
  }
}
