package org.motifworks.trainer.retraining;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.motifworks.kit.artifact.ArtifactStore;
import org.motifworks.kit.health.Loop;
import org.motifworks.kit.health.Loops;
import org.motifworks.kit.job.JobQueue;
import org.motifworks.kit.job.JobWorkers;
import org.motifworks.kit.job.WorkerSettings;
import org.motifworks.kit.problem.Problem;
import org.motifworks.kit.time.Repeated;
import org.motifworks.trainer.dataset.KnownDatasets;
import org.motifworks.trainer.series.SeriesRegistry;

/**
 * Looks at every series with a policy again and again and takes it one step on, in one transaction
 * that holds the lock of the series. Every replica has a planner; one that finds a series locked
 * passes it over.
 */
@ApplicationScoped
public class RetrainingPlanner implements Loops {

  private static final Logger LOG = Logger.getLogger(RetrainingPlanner.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final CycleRows cycles;
  private final PolicyRows policies;
  private final CycleSteps steps;
  private final Repeated planning;
  private final JobWorkers checking;

  RetrainingPlanner(
      CycleRows cycles,
      PolicyRows policies,
      CycleSteps steps,
      JobQueue queue,
      SeriesRegistry registry,
      KnownDatasets datasets,
      ArtifactStore store) {
    this.cycles = cycles;
    this.policies = policies;
    this.steps = steps;
    this.planning = new Repeated("retraining-planner", PAUSE, this::plan);
    this.checking =
        new JobWorkers(
            queue,
            Map.of(CheckJob.KIND, new HeldOutCheck(registry, datasets, store)),
            WorkerSettings.slots(1),
            "check-" + ProcessHandle.current().pid());
  }

  void start(@Observes StartupEvent event) {
    checking.start();
    planning.start();
  }

  void stop(@Observes @Priority(1) ShutdownEvent event) {
    planning.close();
    checking.close();
  }

  void plan() {
    for (String series : QuarkusTransaction.requiringNew().call(cycles::planned)) plan(series);
  }

  /** One series' trouble is not another's. */
  private void plan(String series) {
    try {
      QuarkusTransaction.requiringNew().run(() -> takeOn(series));
    } catch (CycleFailure failure) {
      QuarkusTransaction.requiringNew().run(() -> steps.fail(failure.cycle(), failure.problem()));
    } catch (RuntimeException e) {
      LOG.warnf(e, "series %s waits, it is looked at again in %s", series, PAUSE);
    }
  }

  private void takeOn(String series) {
    if (!cycles.lockUnlessTaken(series)) return;
    var open = cycles.open(series);
    if (open.isEmpty()) {
      policies.find(series).ifPresent(steps::startIfDue);
      return;
    }
    try {
      steps.takeOn(open.get());
    } catch (Problem problem) {
      throw new CycleFailure(open.get(), problem);
    }
  }

  /** Undoes the step; its cycle is ended in another transaction. */
  private static final class CycleFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Cycle cycle;

    CycleFailure(Cycle cycle, Problem problem) {
      super(problem);
      this.cycle = cycle;
    }

    Cycle cycle() {
      return cycle;
    }

    Problem problem() {
      return (Problem) getCause();
    }
  }

  @Override
  public Stream<Loop> loops() {
    return Stream.concat(checking.loops(), Stream.of(planning.loop()));
  }
}
