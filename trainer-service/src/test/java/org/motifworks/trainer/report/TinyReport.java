package org.motifworks.trainer.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.contracts.event.DatasetReady;
import org.motifworks.contracts.interpretation.ClipRule;
import org.motifworks.contracts.interpretation.FilterRule;
import org.motifworks.contracts.json.Json;
import org.motifworks.contracts.model.ModelFiles;
import org.motifworks.contracts.model.TestMetrics.ClassMetrics;
import org.motifworks.contracts.model.TrainingHistory;
import org.motifworks.core.architecture.Architecture;
import org.motifworks.core.architecture.ArchitecturePresets;
import org.motifworks.core.architecture.TrainingPresets;
import org.motifworks.core.npy.NpyWriter;
import org.motifworks.kit.artifact.ArtifactStore;
import org.motifworks.kit.artifact.Staging;
import org.motifworks.kit.job.JobState;
import org.motifworks.trainer.TinyDataset;
import org.motifworks.trainer.TinyInterpretation;
import org.motifworks.trainer.dataset.DatasetName;
import org.motifworks.trainer.dataset.KnownDataset;
import org.motifworks.trainer.experiment.Comparison;
import org.motifworks.trainer.experiment.ExperimentRun;
import org.motifworks.trainer.experiment.ExperimentState;
import org.motifworks.trainer.experiment.ExperimentView;
import org.motifworks.trainer.experiment.ResultRow;
import org.motifworks.trainer.experiment.ResultTable;
import org.motifworks.trainer.experiment.RunCounts;
import org.motifworks.trainer.registry.InterpretationView;
import org.motifworks.trainer.registry.ModelView;

/** An experiment of cnn-2 and cnn-25 on the tiny dataset, some of it finished. */
final class TinyReport {

  static final long SEED = 20_260_103;
  static final int TEST_SEQUENCES = 300;

  private final ArtifactStore store;
  private final List<Architecture> architectures = new ArrayList<>();
  private final List<TrainedTrial> trained = new ArrayList<>();
  private final DatasetReady dataset;

  TinyReport(ArtifactStore store, String... presets) throws IOException {
    this.store = store;
    this.dataset = TinyDataset.commit(store, "tiny");
    for (String preset : presets) architectures.add(ArchitecturePresets.named(preset));
  }

  /** Also with an architecture under another name. */
  TinyReport with(String name) {
    Architecture preset = ArchitecturePresets.named("cnn-25");
    architectures.add(new Architecture(name, preset.convolutions(), preset.dense()));
    return this;
  }

  /** A finished, interpreted first trial, whose logits are better than chance. */
  TinyReport finished(String architecture) throws IOException {
    String id = "01MODEL" + trained.size();
    ArtifactRef model = model(id);
    InterpretationView interpretation =
        new InterpretationView(
            InterpretationView.State.READY,
            TinyInterpretation.commit(store, id).ref(),
            75.0,
            50.0,
            1,
            null,
            null,
            null);
    trained.add(
        new TrainedTrial(
            architecture,
            1,
            new ModelView(
                id,
                architecture,
                new DatasetName(dataset.subject(), "tiny", dataset.ref()),
                model,
                dataset.classes(),
                40,
                1000L,
                7L,
                0.9,
                0.05,
                0.8,
                0.1,
                List.of(new ClassMetrics("with", 150, 0.9, 0.8)),
                3,
                2,
                0.0,
                interpretation,
                null,
                Instant.EPOCH,
                null,
                null,
                null)));
    return this;
  }

  private ArtifactRef model(String id) throws IOException {
    SplittableRandom random = new SplittableRandom(SEED + trained.size());
    float[] logits = new float[TEST_SEQUENCES * 2];
    for (int row = 0; row < TEST_SEQUENCES; row++) {
      double signal = row % 2 == 0 ? 1 : -1; // TinyDataset plants its word in every other one
      logits[2 * row] = (float) (signal + random.nextDouble(-2, 2));
      logits[2 * row + 1] = (float) (-signal + random.nextDouble(-2, 2));
    }
    try (Staging staging = store.stage("models/" + id + "/1")) {
      Path folder = staging.folder();
      Files.createDirectories(folder.resolve("test"));
      NpyWriter.write(folder.resolve(ModelFiles.TEST_LOGITS), logits, TEST_SEQUENCES, 2);
      TrainingHistory history =
          new TrainingHistory(
              List.of(
                  new TrainingHistory.Epoch(1, 0.7, 0.65, 0.6),
                  new TrainingHistory.Epoch(2, 0.4, 0.45, 0.9),
                  new TrainingHistory.Epoch(3, 0.3, 0.5, 0.9)));
      Json.mapper().writeValue(folder.resolve(ModelFiles.HISTORY).toFile(), history);
      return staging.commit("model");
    }
  }

  ReportInput input() {
    List<String> names = architectures.stream().map(Architecture::name).toList();
    List<ExperimentRun> runs = new ArrayList<>();
    for (String name : names) {
      Optional<TrainedTrial> done =
          trained.stream().filter(each -> each.architecture().equals(name)).findFirst();
      runs.add(
          new ExperimentRun(
              done.map(each -> each.model().id()).orElse("01WAITING"),
              name,
              1,
              7,
              done.isPresent() ? JobState.SUCCEEDED : JobState.RUNNING,
              Optional.empty(),
              Optional.empty(),
              done.map(each -> "READY"),
              Optional.empty(),
              Optional.empty()));
    }
    int succeeded = trained.size();
    boolean complete = succeeded == names.size();
    ExperimentView view =
        new ExperimentView(
            "01EXPERIMENT",
            "whole & <partial>",
            new DatasetName(dataset.subject(), "tiny", dataset.ref()),
            names,
            1,
            TrainingPresets.withOverrides(null),
            1,
            1,
            complete ? ExperimentState.SUCCEEDED : ExperimentState.RUNNING,
            new RunCounts(names.size(), 0, names.size() - succeeded, succeeded, 0, 0, succeeded),
            Instant.EPOCH,
            Optional.of(runs));
    return new ReportInput(
        view,
        new KnownDataset(
            dataset.subject(), "tiny", dataset.ref(), dataset.classes(), 40, 800, false),
        architectures,
        table(complete),
        trained);
  }

  private ResultTable table(boolean complete) {
    List<ResultRow> rows = trained.stream().map(each -> row(each.architecture())).toList();
    List<Comparison> pairs =
        rows.size() < 2
            ? List.of()
            : List.of(
                new Comparison(
                    "auRoc",
                    rows.get(0).architecture(),
                    rows.get(1).architecture(),
                    12,
                    -0.0151,
                    3.0,
                    0.01,
                    0.02));
    return new ResultTable(
        ResultTable.FORMAT,
        "01EXPERIMENT",
        "whole & <partial>",
        "tiny",
        1,
        1,
        complete,
        FilterRule.CODE,
        ClipRule.SHARPENED,
        rows,
        "Wilcoxon signed-rank test",
        "Holm",
        pairs);
  }

  private static ResultRow row(String name) {
    List<ResultRow.MatchRow> matches = new ArrayList<>();
    for (FilterRule rule : FilterRule.values()) {
      for (ClipRule clip : ClipRule.values()) {
        Map<String, Double> filters = new TreeMap<>(Map.of("with", 2.0, "without", 0.0));
        matches.add(new ResultRow.MatchRow(rule, clip, 75.0, null, 50.0, null, 1.0, filters));
      }
    }
    return new ResultRow(
        name, 1, 1, 4.0, 0.9, 0.05, null, 0.8, 0.1, null, 75.0, null, 50.0, null, 1.0, 1.0, 1.0,
        0.0, null, List.of(), matches, null);
  }
}
