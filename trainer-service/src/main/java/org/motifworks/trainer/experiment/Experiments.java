package org.motifworks.trainer.experiment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.motifworks.core.architecture.Architecture;
import org.motifworks.kit.id.Ids;
import org.motifworks.kit.job.JobQueue;
import org.motifworks.kit.page.Page;
import org.motifworks.kit.problem.Problem;
import org.motifworks.trainer.dataset.DatasetName;
import org.motifworks.trainer.dataset.KnownDataset;
import org.motifworks.trainer.dataset.KnownDatasets;
import org.motifworks.trainer.run.RequestedTraining;
import org.motifworks.trainer.run.RunJob;
import org.motifworks.trainer.run.Runs;

/** Accepts experiments, shows them, calls them off and takes them up again. */
@ApplicationScoped
public class Experiments {

  private final ExperimentRows rows;
  private final KnownDatasets datasets;
  private final Runs runs;
  private final JobQueue queue;

  Experiments(ExperimentRows rows, KnownDatasets datasets, Runs runs, JobQueue queue) {
    this.rows = rows;
    this.datasets = datasets;
    this.runs = runs;
    this.queue = queue;
  }

  /**
   * Stores an experiment with all its runs, or nothing.
   *
   * @param idempotencyKey may be null; the same key and request give the same experiment
   * @throws Problem {@code experiment.too-large}, {@code experiment.same-name}, {@code
   *     idempotency.key-reused}, and all that a run is refused for
   */
  @Transactional
  public ExperimentView request(ExperimentRequest request, String idempotencyKey) {
    String key = idempotencyKey == null || idempotencyKey.isBlank() ? null : idempotencyKey.strip();
    KnownDataset dataset = datasets.usable(request.dataset());
    Experiment experiment = experiment(request, dataset);
    if (!rows.insert(experiment, key)) return view(sameAsBefore(experiment, key));
    List<Architecture> inOrder =
        RunOrder.longestFirst(experiment.architectures(), dataset.window());
    for (int trial = 1; trial <= experiment.trials(); trial++) {
      for (Architecture architecture : inOrder) {
        start(experiment, dataset, architecture, trial);
      }
    }
    return view(experiment);
  }

  @Transactional
  public Optional<ExperimentView> find(String id) {
    return rows.find(id).map(this::view);
  }

  /**
   * What an experiment compares, in the order asked for; empty when there is no such experiment.
   */
  @Transactional
  public List<Architecture> architectures(String id) {
    return rows.find(id).map(Experiment::architectures).orElse(List.of());
  }

  /**
   * Newest first, without their runs.
   *
   * @param before id the page starts after
   */
  @Transactional
  public Page<ExperimentView> list(Optional<String> before, int limit) {
    return Page.of(rows.list(before, limit + 1), limit, Experiment::id)
        .map(experiment -> view(experiment, false));
  }

  /** Calls off every run that has not ended; what is done stays. */
  @Transactional
  public Optional<ExperimentView> cancel(String id, String reason) {
    Optional<Experiment> experiment = rows.lock(id);
    experiment.ifPresent(
        found -> {
          for (ExperimentRun run : rows.runs(found)) queue.requestCancel(run.id(), reason);
        });
    return experiment.map(this::view);
  }

  /**
   * Gives every run that failed or was cancelled another try, with its seed. What is queued,
   * running or done is left alone.
   *
   * @throws Problem {@code dataset.retired} when there is something to be run again
   */
  @Transactional
  public Optional<ExperimentView> resume(String id) {
    Optional<Experiment> experiment = rows.lock(id);
    experiment.ifPresent(
        found -> {
          for (ExperimentRun run : rows.runs(found)) {
            if (run.isMissing()) startAgain(found, run);
          }
        });
    return experiment.map(this::view);
  }

  private void startAgain(Experiment experiment, ExperimentRun run) {
    Architecture architecture =
        experiment.architectures().stream()
            .filter(a -> a.name().equals(run.architecture()))
            .findFirst()
            .orElseThrow();
    start(experiment, datasets.usable(experiment.datasetId()), architecture, run.trial());
  }

  private void start(
      Experiment experiment, KnownDataset dataset, Architecture architecture, int trial) {
    RunJob job =
        new RunJob(
            dataset.id(),
            dataset.ref(),
            architecture,
            experiment.training(),
            TrialSeed.of(experiment.seed(), architecture.name(), trial),
            experiment.threads());
    runs.requestTrial(job, experiment.id(), trial, experiment.share());
  }

  private static Experiment experiment(ExperimentRequest request, KnownDataset dataset) {
    if (request.architectures().size() * request.trials() > ExperimentRequest.MOST_RUNS) {
      throw new Problem(
          422,
          "experiment.too-large",
          "An experiment with too many runs",
          request.architectures().size()
              + " architectures by "
              + request.trials()
              + " trials are more than "
              + ExperimentRequest.MOST_RUNS
              + " runs.",
          "Make several experiments of it: a run's seed does not depend on the others.");
    }
    List<Architecture> architectures =
        request.architectures().stream()
            .map(asked -> RequestedTraining.architecture(asked, dataset.window()))
            .toList();
    Set<String> names = new HashSet<>();
    for (Architecture architecture : architectures) {
      if (!names.add(architecture.name())) {
        throw new Problem(
            422,
            "experiment.same-name",
            "Two architectures of one name",
            "'"
                + architecture.name()
                + "' is there twice; a row of the table is known by its name.",
            "Give each architecture a name of its own; ask for more trials to repeat one.");
      }
    }
    return new Experiment(
        Ids.next(),
        request.name().strip(),
        dataset.id(),
        architectures,
        request.trials(),
        RequestedTraining.settings(request.training(), dataset.classes().size()),
        request.seed(),
        request.threads(),
        Instant.now()); // the row's own time is the database's
  }

  private Experiment sameAsBefore(Experiment asked, String key) {
    return rows.withKey(key)
        .filter(asked::asksTheSameAs)
        .orElseThrow(
            () ->
                new Problem(
                    422,
                    "idempotency.key-reused",
                    "An idempotency key used for something else",
                    "The key '" + key + "' came with another request before.",
                    "Use a new key for a new request."));
  }

  private ExperimentView view(Experiment experiment) {
    return view(experiment, true);
  }

  private ExperimentView view(Experiment experiment, boolean withRuns) {
    List<ExperimentRun> found = rows.runs(experiment);
    return new ExperimentView(
        experiment.id(),
        experiment.name(),
        DatasetName.of(datasets.find(experiment.datasetId()).orElseThrow()),
        experiment.architectureNames(),
        experiment.trials(),
        experiment.training(),
        experiment.seed(),
        experiment.threads(),
        ExperimentState.of(found),
        RunCounts.of(found),
        experiment.createdAt(),
        withRuns ? Optional.of(found) : Optional.empty());
  }
}
