package org.motifworks.trainer.report;

import java.util.List;
import java.util.Optional;
import org.motifworks.core.architecture.Architecture;
import org.motifworks.trainer.dataset.KnownDataset;
import org.motifworks.trainer.experiment.ExperimentView;
import org.motifworks.trainer.experiment.ResultTable;

/**
 * What a report is drawn from, all of it small; models' files are read when they are drawn.
 *
 * @param architectures in the order asked for
 * @param trained finished runs, all first trials first
 */
record ReportInput(
    ExperimentView experiment,
    KnownDataset dataset,
    List<Architecture> architectures,
    ResultTable results,
    List<TrainedTrial> trained) {

  ReportInput {
    architectures = List.copyOf(architectures);
    trained = List.copyOf(trained);
  }

  /** The first trial of an architecture that ended in a model. */
  Optional<TrainedTrial> firstTrained(String architecture) {
    return trained.stream().filter(t -> t.architecture().equals(architecture)).findFirst();
  }

  /** The first trial of an architecture whose filters were matched. */
  Optional<TrainedTrial> firstInterpreted(String architecture) {
    return trained.stream()
        .filter(t -> t.architecture().equals(architecture) && t.interpreted())
        .findFirst();
  }

  /** The rule and clip of the shares that are shown, in words. */
  String rule() {
    return results.primaryRule().label() + " rule, " + results.primaryClip().label() + " clip";
  }
}
