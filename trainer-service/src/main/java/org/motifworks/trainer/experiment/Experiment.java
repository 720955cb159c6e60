package org.motifworks.trainer.experiment;

import java.time.Instant;
import java.util.List;
import org.motifworks.core.architecture.Architecture;
import org.motifworks.core.architecture.TrainingSettings;

/** Row of table {@code experiment}: what was asked for, checked and written out. */
record Experiment(
    String id,
    String name,
    String datasetId,
    List<Architecture> architectures,
    int trials,
    TrainingSettings training,
    long seed,
    int threads,
    Instant createdAt) {

  Experiment {
    architectures = List.copyOf(architectures);
  }

  List<String> architectureNames() {
    return architectures.stream().map(Architecture::name).toList();
  }

  /** What jobs of an experiment have in common: see {@code NewJob}. */
  String share() {
    return "experiment " + id;
  }

  /** Whether the same was asked for. */
  boolean asksTheSameAs(Experiment other) {
    return name.equals(other.name)
        && datasetId.equals(other.datasetId)
        && architectures.equals(other.architectures)
        && trials == other.trials
        && training.equals(other.training)
        && seed == other.seed
        && threads == other.threads;
  }
}
