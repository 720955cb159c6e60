package org.motifworks.trainer.retraining;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.motifworks.kit.id.Ids;
import org.motifworks.kit.job.Job;
import org.motifworks.kit.job.JobQueue;
import org.motifworks.kit.job.JobState;
import org.motifworks.kit.job.NewJob;
import org.motifworks.kit.problem.Problem;
import org.motifworks.trainer.dataset.KnownDataset;
import org.motifworks.trainer.dataset.KnownDatasets;
import org.motifworks.trainer.gate.JudgementRequest;
import org.motifworks.trainer.gate.JudgementView;
import org.motifworks.trainer.gate.Judgements;
import org.motifworks.trainer.registry.InterpretationView;
import org.motifworks.trainer.registry.ModelView;
import org.motifworks.trainer.registry.Models;
import org.motifworks.trainer.run.RunRequest;
import org.motifworks.trainer.run.Runs;
import org.motifworks.trainer.series.AliasRequest;
import org.motifworks.trainer.series.Aliases;
import org.motifworks.trainer.series.SeriesRegistry;

/**
 * The steps of a cycle: each looks whether what it waits for has ended and begins the next. Called
 * in a transaction that holds the series' lock; a {@link Problem} thrown ends the cycle.
 */
@ApplicationScoped
class CycleSteps {

  private static final Logger LOG = Logger.getLogger(CycleSteps.class);
  private static final Duration INTERPRETATION_PATIENCE = Duration.ofHours(6);
  private static final String ACTOR = "retraining";

  /** The alias of the newest model that was retrained. */
  private static final String CANDIDATE = "candidate";

  private final Retraining retraining;
  private final CycleRows cycles;
  private final TriggerRows triggers;
  private final JobQueue queue;
  private final KnownDatasets datasets;
  private final Runs runs;
  private final Models models;
  private final SeriesRegistry registry;
  private final Aliases aliases;
  private final Judgements judgements;

  CycleSteps(
      Retraining retraining,
      CycleRows cycles,
      TriggerRows triggers,
      JobQueue queue,
      KnownDatasets datasets,
      Runs runs,
      Models models,
      SeriesRegistry registry,
      Aliases aliases,
      Judgements judgements) {
    this.retraining = retraining;
    this.cycles = cycles;
    this.triggers = triggers;
    this.queue = queue;
    this.datasets = datasets;
    this.runs = runs;
    this.models = models;
    this.registry = registry;
    this.aliases = aliases;
    this.judgements = judgements;
  }

  /** Begins a cycle that serves every waiting trigger, with the newest data. */
  void startIfDue(PolicyRows.Set set) {
    remind(set);
    if (triggers.waiting(set.series()).isEmpty()) return; // as in nearly every turn
    Standing standing = retraining.standing(set);
    if (Decision.of(set.policy(), standing).state() != Decision.State.STARTING) return;
    KnownDataset dataset = standing.dataset().orElseThrow();
    String id = Ids.next();
    cycles.insert(id, set.series(), dataset.id(), set.policy());
    triggers.serve(set.series(), id);
    queue.enqueue(NewJob.of(CheckJob.KIND, new CheckJob(set.series(), dataset.id())).withId(id));
    LOG.infof("series %s: cycle %s begins with dataset %s", set.series(), id, dataset.id());
  }

  /** A schedule that is due is a trigger like any other. */
  private void remind(PolicyRows.Set set) {
    Duration every = set.policy().every();
    if (every == null || !set.policy().enabled()) return;
    if (retraining.scheduledFrom(set).plus(every).isAfter(cycles.now())) return;
    boolean reminded =
        triggers.waiting(set.series()).stream()
            .anyMatch(trigger -> trigger.kind() == Trigger.Kind.SCHEDULE);
    if (reminded) return;
    triggers.insert(set.series(), Trigger.Kind.SCHEDULE, null, "schedule", "every " + every);
  }

  void takeOn(Cycle cycle) {
    switch (cycle.state()) {
      case CHECKING -> train(cycle);
      case TRAINING -> enter(cycle);
      case INTERPRETING -> judge(cycle);
      case JUDGING -> end(cycle);
      default -> throw new IllegalStateException("cycle " + cycle.id() + " has ended");
    }
  }

  /** Ends a cycle; the next trigger begins another. */
  void fail(Cycle cycle, Problem problem) {
    cycles.failed(cycle, problem);
    LOG.warnf("series %s: cycle %s failed: %s", cycle.series(), cycle.id(), problem.getMessage());
  }

  private void train(Cycle cycle) {
    if (!succeeded("The check", cycle.id())) return;
    RetrainingPolicy policy = cycle.policy();
    String run =
        runs.request(
                new RunRequest(
                    cycle.datasetId(),
                    policy.architecture(),
                    policy.training(),
                    policy.seed(),
                    policy.threads()),
                null)
            .id();
    cycles.training(cycle, run);
  }

  private void enter(Cycle cycle) {
    String run = cycle.runId().orElseThrow();
    if (!succeeded("Run", run)) return;
    int version = registry.version(cycle.series(), models.named(run)).version();
    aliases.promote(
        run, new AliasRequest(cycle.series(), CANDIDATE, null, null, ACTOR, "cycle " + cycle.id()));
    cycles.interpreting(cycle, version);
  }

  private void judge(Cycle cycle) {
    ModelView model = models.named(cycle.runId().orElseThrow());
    if (model.interpretation().state() == InterpretationView.State.AWAITING) {
      if (model.createdAt().plus(INTERPRETATION_PATIENCE).isBefore(cycles.now())) {
        throw RetrainingProblems.notInterpreted(model.id(), INTERPRETATION_PATIENCE);
      }
      return;
    }
    cycles.judging(cycle, judgement(cycle));
  }

  private void end(Cycle cycle) {
    String id = cycle.judgementId().orElseThrow();
    Job job = queue.find(id).orElseThrow();
    if (!job.state().isTerminal()) return;
    boolean moved = job.failure().filter(why -> why.code().equals("alias.moved")).isPresent();
    if (moved) { // someone changed the champion meanwhile: the verdict was on another one
      cycles.judging(cycle, judgement(cycle));
      return;
    }
    if (!succeeded("Judgement", id)) return;
    JudgementView judgement = judgements.find(cycle.series(), id).orElseThrow();
    Cycle.State end = judgement.isAccepted() ? Cycle.State.PROMOTED : Cycle.State.REJECTED;
    cycles.ended(cycle, end);
    LOG.infof(
        "series %s: cycle %s ends, version %d is %s",
        cycle.series(), cycle.id(), cycle.version().orElseThrow(), end);
  }

  private String judgement(Cycle cycle) {
    JudgementRequest request =
        new JudgementRequest(cycle.runId().orElseThrow(), ACTOR, "cycle " + cycle.id());
    return judgements.request(cycle.series(), request, null).id();
  }

  /**
   * False while a job goes on.
   *
   * @throws Problem what the job failed with; {@code retraining.cancelled}
   */
  private boolean succeeded(String what, String id) {
    Job job = queue.find(id).orElseThrow();
    if (job.state() == JobState.FAILED) throw job.failure().orElseThrow();
    if (job.state() == JobState.CANCELLED) {
      throw RetrainingProblems.cancelled(what, id, job.cancelReason().orElse(""));
    }
    return job.state() == JobState.SUCCEEDED;
  }
}
