package org.motifworks.trainer.attempt;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.motifworks.contracts.event.Fact;
import org.motifworks.contracts.event.ModelTrained;
import org.motifworks.contracts.event.RunCancelled;
import org.motifworks.contracts.event.RunFailed;
import org.motifworks.contracts.json.Json;
import org.motifworks.kit.event.Outbox;
import org.motifworks.kit.job.Job;
import org.motifworks.kit.job.JobListener;
import org.motifworks.kit.problem.Problem;
import org.motifworks.trainer.registry.ModelView;
import org.motifworks.trainer.registry.Models;
import org.motifworks.trainer.run.RunJob;

/** Tells the one fact that ends each run, in the transaction that ends it. */
@ApplicationScoped
class RunEndings implements JobListener {

  private final Outbox outbox;
  private final Models models;
  private final WorkerFolders folders;

  RunEndings(Outbox outbox, Models models, WorkerSettings settings) {
    this.outbox = outbox;
    this.models = models;
    this.folders = new WorkerFolders(settings.folder());
  }

  @Override
  public Set<String> kinds() {
    return Set.of(RunJob.KIND);
  }

  @Override
  public void ended(Job job) {
    outbox.append(fact(job));
    folders.forget(job.id());
  }

  private Fact fact(Job job) {
    return switch (job.state()) {
      case SUCCEEDED -> trained(job);
      case FAILED -> {
        Problem problem = job.failure().orElseThrow();
        yield new RunFailed(
            job.id(), job.version(), problem.code(), problem.details().detail(), job.attempts());
      }
      case CANCELLED -> new RunCancelled(job.id(), job.version(), job.cancelReason().orElse(""));
      default ->
          throw new IllegalStateException("run " + job.id() + " has not ended: " + job.state());
    };
  }

  private ModelTrained trained(Job job) {
    RunJob run = Json.mapper().convertValue(job.payload(), RunJob.class);
    ModelView model = models.find(job.id()).orElseThrow();
    return new ModelTrained(
        job.id(),
        job.version(),
        model.ref(),
        run.datasetId(),
        run.dataset(),
        run.architecture().name(),
        run.seed(),
        Optional.empty(),
        optional(model.auRoc()),
        optional(model.auPr()));
  }

  private static OptionalDouble optional(Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
