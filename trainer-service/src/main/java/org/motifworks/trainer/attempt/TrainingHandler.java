package org.motifworks.trainer.attempt;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.contracts.json.Json;
import org.motifworks.contracts.model.ModelDescription;
import org.motifworks.contracts.model.ModelFiles;
import org.motifworks.contracts.training.AttemptMessage;
import org.motifworks.contracts.training.AttemptSpec;
import org.motifworks.contracts.training.ComputeDevice;
import org.motifworks.kit.artifact.Artifact;
import org.motifworks.kit.artifact.ArtifactStore;
import org.motifworks.kit.artifact.Staging;
import org.motifworks.kit.job.JobContext;
import org.motifworks.kit.job.JobHandler;
import org.motifworks.kit.job.JobOutcome;
import org.motifworks.kit.problem.Problem;
import org.motifworks.trainer.registry.Models;
import org.motifworks.trainer.run.Epoch;
import org.motifworks.trainer.run.RunJob;
import org.motifworks.trainer.run.RunProgress;
import org.motifworks.trainer.run.Runs;

/** Trains one run: starts its worker, passes on what it says, and commits the model it leaves. */
final class TrainingHandler implements JobHandler {

  private static final Logger LOG = Logger.getLogger(TrainingHandler.class);
  private static final Duration LOOK = Duration.ofMillis(500);

  private final WorkerCommand command;
  private final WorkerFolders folders;
  private final ComputeDevice device;
  private final Duration silence;
  private final ArtifactStore store;
  private final Runs runs;
  private final Models models;
  private final Timer epochs;

  TrainingHandler(
      WorkerCommand command,
      WorkerFolders folders,
      ComputeDevice device,
      Duration silence,
      ArtifactStore store,
      Runs runs,
      Models models,
      MeterRegistry metrics) {
    this.command = command;
    this.folders = folders;
    this.device = device;
    this.silence = silence;
    this.store = store;
    this.runs = runs;
    this.models = models;
    this.epochs =
        Timer.builder("motifworks.training.epochs")
            .description("Epochs trained by this replica's workers, and how long they took")
            .register(metrics);
  }

  @Override
  public JobOutcome handle(JobContext context) throws IOException, InterruptedException {
    RunJob job = context.payload(RunJob.class);
    Artifact dataset = store.open(job.dataset());
    try (Staging staging = store.stage("models/" + context.id() + "/" + context.fence())) {
      AttemptSpec spec =
          new AttemptSpec(
              "run " + context.id(),
              dataset.folder().toString(),
              job.dataset().manifestSha256(),
              job.architecture(),
              job.training(),
              job.seed(),
              job.threads(),
              device,
              staging.folder().toString(),
              folders.checkpoint(context.id()).toString());
      context.progress(startingPoint(context, job));
      Path folder = folders.attempt(context.id(), context.fence());
      AttemptOutcome outcome;
      try (TrainingAttempt attempt = TrainingAttempt.start(command, spec, folder)) {
        outcome = watch(context, attempt);
      }
      return ended(context, job, outcome, staging);
    }
  }

  private JobOutcome ended(JobContext context, RunJob job, AttemptOutcome outcome, Staging staging)
      throws IOException {
    if (outcome instanceof AttemptOutcome.Succeeded) {
      ModelDescription description =
          Json.mapper()
              .readValue(
                  staging.folder().resolve(ModelFiles.DESCRIPTION).toFile(),
                  ModelDescription.class);
      ArtifactRef ref = staging.commit("model");
      return JobOutcome.succeeded(
          new RunResult(ref),
          () -> models.register(context.id(), job.datasetId(), ref, description));
    }
    if (outcome instanceof AttemptOutcome.Failed failed) {
      AttemptMessage.Failed said = failed.message();
      return JobOutcome.failed(
          new Problem(422, said.code(), "A run that cannot succeed", said.detail(), said.action()));
    }
    // Nothing is written to the row: the lease runs out, and the queue counts a lost worker.
    LOG.warnf("run %s lost its worker: %s", context.id(), ((AttemptOutcome.Lost) outcome).reason());
    return new JobOutcome.Lost();
  }

  /** A resumed run shows where it was while its worker starts. */
  private static RunProgress startingPoint(JobContext context, RunJob job) {
    return context
        .savedProgress()
        .map(saved -> Json.mapper().convertValue(saved, RunProgress.class))
        .orElseGet(() -> RunProgress.starting(job.training().maximumEpochs()));
  }

  private AttemptOutcome watch(JobContext context, TrainingAttempt attempt)
      throws InterruptedException {
    RunProgress progress = startingPoint(context, context.payload(RunJob.class));
    Optional<AttemptMessage> last = Optional.empty();
    Duration computed = Duration.ZERO;
    long lastSign = System.nanoTime();
    while (!attempt.ended()) {
      Optional<AttemptMessage> message = attempt.next(LOOK);
      Duration now = attempt.processorTime();
      if (message.isPresent() || now.compareTo(computed) > 0) {
        computed = now;
        lastSign = System.nanoTime();
        context.checkpoint();
      } else if (System.nanoTime() - lastSign > silence.toNanos()) {
        return new AttemptOutcome.Lost(
            "its worker did nothing for " + silence.toSeconds() + " s" + attempt.logTail());
      } else {
        context.stopReason().ifPresent(reason -> context.checkpoint());
      }
      if (message.isPresent()) {
        last = message;
        progress = hear(context, message.get(), progress);
      }
    }
    return attempt.outcome(last);
  }

  private RunProgress hear(JobContext context, AttemptMessage message, RunProgress before) {
    RunProgress progress = before;
    if (message instanceof AttemptMessage.Started started) {
      LOG.infof(
          "run %s: %d parameters, on %s, from epoch %d%s",
          context.id(),
          started.parameters(),
          started.device(),
          started.firstEpoch(),
          started.notice() == null ? "" : " (" + started.notice() + ")");
      progress = before.training();
    } else if (message instanceof AttemptMessage.EpochEnded ended) {
      Epoch epoch =
          new Epoch(ended.epoch(), ended.trainingLoss(), ended.validationLoss(), ended.seconds());
      runs.ended(context.id(), epoch);
      epochs.record(Duration.ofNanos((long) (1e9 * ended.seconds())));
      progress = before.after(epoch, ended.bestEpoch());
      LOG.infof(
          "run %s epoch %d of %d: validation loss %.4f (best %.4f at %d)",
          context.id(),
          ended.epoch(),
          ended.epochs(),
          ended.validationLoss(),
          progress.bestValidationLoss(),
          ended.bestEpoch());
    } else if (message instanceof AttemptMessage.Exporting) {
      progress = before.exporting();
    }
    if (progress != before) context.progress(progress);
    return progress;
  }
}
