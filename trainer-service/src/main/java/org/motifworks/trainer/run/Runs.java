package org.motifworks.trainer.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.motifworks.contracts.json.Json;
import org.motifworks.core.architecture.Architecture;
import org.motifworks.core.architecture.TrainingSettings;
import org.motifworks.kit.job.Enqueued;
import org.motifworks.kit.job.Job;
import org.motifworks.kit.job.JobQueue;
import org.motifworks.kit.job.NewJob;
import org.motifworks.kit.page.Page;
import org.motifworks.kit.problem.Problem;
import org.motifworks.trainer.dataset.DatasetName;
import org.motifworks.trainer.dataset.KnownDataset;
import org.motifworks.trainer.dataset.KnownDatasets;
import org.motifworks.trainer.registry.Models;

/** Accepts runs, shows them, and calls them off. */
@ApplicationScoped
public class Runs {

  private final JobQueue queue;
  private final KnownDatasets datasets;
  private final Models models;

  Runs(JobQueue queue, KnownDatasets datasets, Models models) {
    this.queue = queue;
    this.datasets = datasets;
    this.models = models;
  }

  /**
   * Stores a run to be made.
   *
   * @param idempotencyKey may be null; the same key and request give the same run
   * @throws Problem {@code dataset.unknown}, {@code dataset.retired}, {@code architecture.invalid},
   *     {@code architecture.unknown}, {@code settings.invalid}, {@code settings.unknown-preset},
   *     {@code idempotency.key-reused}
   */
  @Transactional
  public RunView request(RunRequest request, String idempotencyKey) {
    KnownDataset dataset = datasets.usable(request.dataset());
    RunJob job =
        new RunJob(
            dataset.id(),
            dataset.ref(),
            RequestedTraining.architecture(request.architecture(), dataset.window()),
            RequestedTraining.settings(request.training(), dataset.classes().size()),
            request.seed(),
            request.threads());
    Enqueued enqueued =
        queue.enqueue(NewJob.of(RunJob.KIND, job).withIdempotencyKey(idempotencyKey));
    if (enqueued.created()) entity(enqueued.id(), job).persistAndFlush();
    return find(enqueued.id()).orElseThrow();
  }

  /**
   * Stores a run of an experiment; part of the transaction that stores or resumes that.
   *
   * @param share that the experiment's runs take turns under
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void requestTrial(RunJob job, String experimentId, int trial, String share) {
    Enqueued enqueued = queue.enqueue(NewJob.of(RunJob.KIND, job).ofShare(share));
    RunEntity run = entity(enqueued.id(), job);
    run.experimentId = experimentId;
    run.trial = trial;
    run.persistAndFlush(); // so that it is seen by plain SQL too
  }

  /**
   * Stores a run of what a model was made from: dataset (also one retired since), architecture,
   * settings, seed and threads.
   *
   * @param model id of the model, which is its run's
   * @param idempotencyKey may be null
   */
  @Transactional
  public RunView requestAgain(String model, String idempotencyKey) {
    RunEntity first = RunEntity.findById(model);
    RunJob job =
        new RunJob(
            first.datasetId,
            datasets.find(first.datasetId).orElseThrow().ref(),
            Architecture.fromJson(first.architecture),
            read(first.training, TrainingSettings.class),
            first.seed,
            first.threads);
    Enqueued enqueued =
        queue.enqueue(NewJob.of(RunJob.KIND, job).withIdempotencyKey(idempotencyKey));
    if (enqueued.created()) {
      RunEntity run = entity(enqueued.id(), job);
      run.reproduces = model;
      run.persist();
    }
    return find(enqueued.id()).orElseThrow();
  }

  @Transactional
  public Optional<RunView> find(String id) {
    RunEntity run = RunEntity.findById(id);
    return run == null ? Optional.empty() : Optional.of(views(List.of(run)).get(0));
  }

  /**
   * Newest first.
   *
   * @param datasetId only runs of this dataset
   * @param before id the page starts after
   */
  @Transactional
  public Page<RunView> list(Optional<String> datasetId, Optional<String> before, int limit) {
    String where =
        "1 = 1"
            + (datasetId.isPresent() ? " and datasetId = :dataset" : "")
            + (before.isPresent() ? " and id < :before" : "");
    Map<String, Object> parameters = new HashMap<>();
    datasetId.ifPresent(id -> parameters.put("dataset", id));
    before.ifPresent(id -> parameters.put("before", id));
    List<RunEntity> oneMore =
        RunEntity.<RunEntity>find(where, Sort.descending("id"), parameters).range(0, limit).list();
    Page<RunEntity> page = Page.of(oneMore, limit, run -> run.id);
    return new Page<>(views(page.items()), page.next());
  }

  /** Every epoch that has ended, in order. */
  @Transactional
  public List<Epoch> epochs(String id, int after) {
    return EpochEntity.<EpochEntity>list("runId = ?1 and epoch > ?2", Sort.by("epoch"), id, after)
        .stream()
        .map(
            epoch ->
                new Epoch(epoch.epoch, epoch.trainingLoss, epoch.validationLoss, epoch.seconds))
        .toList();
  }

  /** Remembers an epoch; one run again after a crash takes the place of the first. */
  @Transactional
  public void ended(String id, Epoch epoch) {
    EpochEntity entity = EpochEntity.findById(new EpochEntity.Key(id, epoch.epoch()));
    boolean added = entity == null;
    if (added) {
      entity = new EpochEntity();
      entity.runId = id;
      entity.epoch = epoch.epoch();
    }
    entity.trainingLoss = epoch.trainingLoss();
    entity.validationLoss = epoch.validationLoss();
    entity.seconds = epoch.seconds();
    if (added) entity.persist();
  }

  /**
   * Calls a run off: at once while it waits, soon while it is trained.
   *
   * @return the run afterwards; empty when there is none
   * @throws Problem {@code run.ended} when there is nothing left to call off
   */
  @Transactional
  public Optional<RunView> cancel(String id, String reason) {
    if (RunEntity.findById(id) == null) return Optional.empty();
    Job job = queue.find(id).orElseThrow();
    if (job.state().isTerminal()) {
      throw new Problem(
          409,
          "run.ended",
          "A run that has ended",
          "Run " + id + " is " + job.state() + " and can no longer be cancelled.",
          "Nothing needs to be done.");
    }
    queue.requestCancel(id, reason);
    return find(id);
  }

  private static RunEntity entity(String id, RunJob job) {
    RunEntity run = new RunEntity();
    run.id = id;
    run.datasetId = job.datasetId();
    run.architectureName = job.architecture().name();
    run.architecture = job.architecture().toJson();
    run.training = write(job.training());
    run.seed = job.seed();
    run.threads = job.threads();
    return run;
  }

  private List<RunView> views(List<RunEntity> runs) {
    List<String> ids = runs.stream().map(run -> run.id).toList();
    Map<String, KnownDataset> known =
        datasets.byId(runs.stream().map(run -> run.datasetId).toList());
    Map<String, Job> jobs = new HashMap<>();
    for (String id : ids) jobs.put(id, queue.find(id).orElseThrow());
    // After the jobs: a run that was seen to have succeeded has its model.
    var modelsById = models.byId(Set.copyOf(ids));
    return runs.stream()
        .map(
            run -> {
              KnownDataset dataset = known.get(run.datasetId);
              Job job = jobs.get(run.id);
              return new RunView(
                  run.id,
                  DatasetName.of(dataset),
                  Architecture.fromJson(run.architecture),
                  read(run.training, TrainingSettings.class),
                  run.seed,
                  run.threads,
                  Optional.ofNullable(run.experimentId)
                      .map(experiment -> new RunView.Trial(experiment, run.trial)),
                  Optional.ofNullable(run.reproduces),
                  job.state(),
                  job.createdAt(),
                  job.startedAt(),
                  job.endedAt(),
                  job.attempts(),
                  job.progress()
                      .map(progress -> Json.mapper().convertValue(progress, RunProgress.class)),
                  Optional.ofNullable(modelsById.get(run.id)),
                  job.cancelReason(),
                  job.problem());
            })
        .toList();
  }

  private static String write(Object value) {
    try {
      return Json.mapper().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("settings are always JSON", e);
    }
  }

  private static <T> T read(String json, Class<T> type) {
    try {
      return Json.mapper().readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "a run's row holds no " + type.getSimpleName() + ": " + json, e);
    }
  }
}
