package org.motifworks.trainer.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.motifworks.trainer.dataset.KnownDatasets;
import org.motifworks.trainer.experiment.ExperimentRun;
import org.motifworks.trainer.experiment.ExperimentView;
import org.motifworks.trainer.experiment.Experiments;
import org.motifworks.trainer.experiment.Results;
import org.motifworks.trainer.registry.ModelView;
import org.motifworks.trainer.registry.Models;

/** Gathers what a report is drawn from. */
@ApplicationScoped
class ReportSource {

  private final Experiments experiments;
  private final Results results;
  private final KnownDatasets datasets;
  private final Models models;

  ReportSource(Experiments experiments, Results results, KnownDatasets datasets, Models models) {
    this.experiments = experiments;
    this.results = results;
    this.datasets = datasets;
    this.models = models;
  }

  /** Empty when there is no such experiment. */
  @Transactional
  Optional<ReportInput> of(String id) {
    return experiments.find(id).map(this::gather);
  }

  private ReportInput gather(ExperimentView experiment) {
    List<ExperimentRun> runs = experiment.runs().orElseThrow();
    Map<String, ModelView> byId = models.byId(runs.stream().map(ExperimentRun::id).toList());
    List<TrainedTrial> trained = new ArrayList<>();
    for (ExperimentRun run : runs) {
      ModelView model = byId.get(run.id());
      if (model != null) trained.add(new TrainedTrial(run.architecture(), run.trial(), model));
    }
    return new ReportInput(
        experiment,
        datasets.find(experiment.dataset().id()).orElseThrow(),
        experiments.architectures(experiment.id()),
        results.of(experiment.id()).orElseThrow(),
        trained);
  }
}
