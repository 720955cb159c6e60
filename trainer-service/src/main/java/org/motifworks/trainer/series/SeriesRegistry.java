package org.motifworks.trainer.series;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.motifworks.kit.artifact.ArtifactStore;
import org.motifworks.kit.page.Page;
import org.motifworks.trainer.dataset.DatasetName;
import org.motifworks.trainer.dataset.KnownDataset;
import org.motifworks.trainer.dataset.KnownDatasets;
import org.motifworks.trainer.registry.InterpretationView;
import org.motifworks.trainer.registry.ModelView;
import org.motifworks.trainer.registry.Models;

/** Makes series and takes models into them. */
@ApplicationScoped
public class SeriesRegistry {

  private final SeriesRows rows;
  private final KnownDatasets datasets;
  private final Models models;
  private final ArtifactStore store;

  SeriesRegistry(SeriesRows rows, KnownDatasets datasets, Models models, ArtifactStore store) {
    this.rows = rows;
    this.datasets = datasets;
    this.models = models;
    this.store = store;
  }

  /**
   * Makes a series; the same request again finds it made.
   *
   * @throws org.motifworks.kit.problem.Problem {@code dataset.unknown}, {@code dataset.retired},
   *     {@code series.name-taken}
   */
  @Transactional
  public SeriesView create(SeriesRequest request) {
    KnownDataset dataset = datasets.usable(request.dataset());
    Series series =
        new Series(
            request.name(),
            dataset.classes(),
            dataset.window(),
            Optional.of(new Series.Evaluation(dataset.id(), testSplit(dataset))),
            null);
    boolean made = rows.insert(series, request.rules());
    Series found = known(request.name());
    if (!made && !found.evaluation().equals(series.evaluation())) {
      throw SeriesProblems.nameTaken(request.name());
    }
    return view(found);
  }

  /** By name. */
  @Transactional
  public List<SeriesView> list() {
    return rows.list().stream().map(this::view).toList();
  }

  /**
   * @throws org.motifworks.kit.problem.Problem {@code series.unknown}
   */
  @Transactional
  public SeriesView view(String name) {
    return view(known(name));
  }

  /**
   * Changes what a model must do from now on.
   *
   * @throws org.motifworks.kit.problem.Problem {@code series.unknown}
   */
  @Transactional
  public SeriesView changeRules(String name, PromotionRules rules) {
    Series series = locked(name);
    rows.changeRules(name, rules);
    return view(series);
  }

  /**
   * Takes a model into a series, or finds it there.
   *
   * @throws org.motifworks.kit.problem.Problem {@code series.unknown}, {@code model.unknown},
   *     {@code series.other-classes}, {@code series.other-window}, {@code series.other-test-split}
   */
  @Transactional
  public SeriesView.Version add(String name, String modelRef) {
    ModelView model = models.named(modelRef);
    return shown(version(name, model), model, rows.aliases(name), rows.verdicts(name));
  }

  /** The same, for one who goes on with it in his transaction; the series is locked. */
  @Transactional(Transactional.TxType.MANDATORY)
  public SeriesVersion version(String name, ModelView model) {
    Series series = locked(name);
    if (rows.versionOf(name, model.id()).isEmpty()) {
      compare(series, model);
      rows.addVersion(name, model.id());
    }
    return rows.versionOf(name, model.id()).orElseThrow();
  }

  /**
   * Does nothing when a model of a dataset may become a version.
   *
   * @throws org.motifworks.kit.problem.Problem as by {@link #add}
   */
  @Transactional
  public void requireComparable(String name, KnownDataset dataset) {
    compare(known(name), "A model of dataset " + dataset.id(), dataset);
  }

  /**
   * Newest first.
   *
   * @param before version the page starts after
   */
  @Transactional
  public Page<SeriesView.Version> versions(String name, int before, int limit) {
    known(name);
    Page<SeriesVersion> page =
        Page.of(rows.versions(name, before, limit + 1), limit, v -> Integer.toString(v.version()));
    Map<String, ModelView> byId =
        models.byId(page.items().stream().map(SeriesVersion::modelId).toList());
    List<AliasChange> aliases = rows.aliases(name);
    Map<Integer, SeriesView.State> verdicts = rows.verdicts(name);
    return page.map(version -> shown(version, byId.get(version.modelId()), aliases, verdicts));
  }

  /**
   * Locks a series for an imported model; makes one of its classes and window, without a test
   * split, when there is none of that name.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void lockOrMake(String name, List<String> classes, int window) {
    rows.insert(
        new Series(name, classes, window, Optional.empty(), null), PromotionRules.defaults());
    locked(name);
  }

  /** The version of a series that is an imported model with that content and was not retired. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<SeriesVersion> imported(String name, String manifestSha256) {
    return rows.versionOfImported(name, manifestSha256);
  }

  /** The classes a series fixes; empty when there is no such series. */
  @Transactional
  public Optional<List<String>> classes(String name) {
    return rows.find(name).map(Series::classes);
  }

  private void compare(Series series, ModelView model) {
    if (model.imported() != null) {
      compare(series, "Model " + model.id(), model.classes(), model.window());
      return;
    }
    compare(series, "Model " + model.id(), datasets.find(model.dataset().id()).orElseThrow());
  }

  private void compare(Series series, String subject, List<String> classes, int window) {
    if (!series.classes().equals(classes)) {
      throw SeriesProblems.notComparable("classes", series.name(), subject, "their classes differ");
    }
    if (series.window() != window) {
      throw SeriesProblems.notComparable(
          "window",
          series.name(),
          subject,
          "its window is " + window + " nt instead of " + series.window());
    }
  }

  private void compare(Series series, String subject, KnownDataset dataset) {
    compare(series, subject, dataset.classes(), dataset.window());
    String frozen =
        series
            .evaluation()
            .orElseThrow(
                () ->
                    SeriesProblems.noTestSplit(
                        series.name(), "Make a series of a dataset, and take the models into it."))
            .testSplitSha256();
    if (!frozen.equals(testSplit(dataset))) {
      throw SeriesProblems.notComparable(
          "test-split",
          series.name(),
          subject,
          "dataset '" + dataset.name() + "' has another test split");
    }
  }

  private String testSplit(KnownDataset dataset) {
    return TestSplit.sha256(store.manifest(dataset.ref()));
  }

  private Series known(String name) {
    return rows.find(name).orElseThrow(() -> SeriesProblems.unknown(name));
  }

  private Series locked(String name) {
    return rows.lock(name).orElseThrow(() -> SeriesProblems.unknown(name));
  }

  private SeriesView view(Series series) {
    return new SeriesView(
        series.name(),
        series.classes(),
        series.window(),
        series
            .evaluation()
            .map(found -> DatasetName.of(datasets.find(found.datasetId()).orElseThrow()))
            .orElse(null),
        series.evaluation().map(Series.Evaluation::testSplitSha256).orElse(null),
        rows.rules(series.name()),
        rows.aliases(series.name()),
        series.createdAt());
  }

  private static SeriesView.Version shown(
      SeriesVersion version,
      ModelView model,
      List<AliasChange> aliases,
      Map<Integer, SeriesView.State> verdicts) {
    return new SeriesView.Version(
        version.version(),
        model.id(),
        state(model, Optional.ofNullable(verdicts.get(version.version()))),
        aliases.stream()
            .filter(alias -> alias.version() == version.version())
            .map(AliasChange::alias)
            .toList(),
        model.architecture(),
        model.dataset(),
        model.auRoc(),
        model.auPr(),
        model.interpretation(),
        version.createdAt());
  }

  private static SeriesView.State state(ModelView model, Optional<SeriesView.State> verdict) {
    if (model.retiredAt() != null) return SeriesView.State.RETIRED;
    boolean awaited = model.interpretation().state() == InterpretationView.State.AWAITING;
    return verdict.orElse(
        awaited ? SeriesView.State.AWAITING_INTERPRETATION : SeriesView.State.CANDIDATE);
  }
}
