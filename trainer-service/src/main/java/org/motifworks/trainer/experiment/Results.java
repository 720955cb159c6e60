package org.motifworks.trainer.experiment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.motifworks.kit.artifact.ArtifactStore;
import org.motifworks.trainer.dataset.KnownDataset;
import org.motifworks.trainer.dataset.KnownDatasets;
import org.motifworks.trainer.registry.InterpretationView;
import org.motifworks.trainer.registry.ModelView;
import org.motifworks.trainer.registry.Models;

/** Gathers what an experiment's finished runs came to. */
@ApplicationScoped
public class Results {

  private final ExperimentRows rows;
  private final KnownDatasets datasets;
  private final Models models;
  private final ArtifactStore store;

  Results(ExperimentRows rows, KnownDatasets datasets, Models models, ArtifactStore store) {
    this.rows = rows;
    this.datasets = datasets;
    this.models = models;
    this.store = store;
  }

  /** What is known by now; empty when there is no such experiment. */
  @Transactional
  public Optional<ResultTable> of(String id) {
    return rows.find(id).map(this::table);
  }

  private ResultTable table(Experiment experiment) {
    KnownDataset dataset = datasets.find(experiment.datasetId()).orElseThrow();
    List<ExperimentRun> runs = rows.runs(experiment);
    Map<String, ModelView> byId = models.byId(runs.stream().map(ExperimentRun::id).toList());
    List<FinishedTrial> finished = new ArrayList<>();
    for (ExperimentRun run : runs) {
      ModelView model = byId.get(run.id());
      if (model != null) finished.add(trial(run, model));
    }
    return ResultTable.of(experiment, dataset.name(), dataset.classes(), finished);
  }

  private FinishedTrial trial(ExperimentRun run, ModelView model) {
    InterpretationView interpretation = model.interpretation();
    Optional<LayerFigures> layer =
        interpretation.state() == InterpretationView.State.READY
            ? Optional.of(LayerFiguresReader.read(store.open(interpretation.ref())))
            : Optional.empty();
    return new FinishedTrial(
        run.architecture(),
        run.trial(),
        model.perClass(),
        model.auRoc(),
        model.auRocSd(),
        model.auPr(),
        model.auPrSd(),
        layer);
  }
}
