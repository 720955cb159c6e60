package org.motifworks.trainer.gate;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.stream.Stream;
import org.motifworks.kit.health.Loop;
import org.motifworks.kit.health.Loops;
import org.motifworks.kit.job.JobQueue;
import org.motifworks.kit.job.JobWorkers;
import org.motifworks.kit.job.WorkerSettings;
import org.motifworks.trainer.registry.Models;
import org.motifworks.trainer.series.SeriesRegistry;

/** One judgement at a time a replica, beside its training slots. */
@ApplicationScoped
public class JudgementWorkers implements Loops {

  private final JobWorkers workers;

  JudgementWorkers(
      JobQueue queue,
      Measurements measurements,
      SeriesRegistry registry,
      Models models,
      Judgements judgements) {
    this.workers =
        new JobWorkers(
            queue,
            Map.of(
                JudgementJob.KIND,
                new JudgementHandler(measurements, registry, models, judgements)),
            WorkerSettings.slots(1),
            "judge-" + ProcessHandle.current().pid());
  }

  void start(@Observes StartupEvent event) {
    workers.start();
  }

  void stop(@Observes @Priority(1) ShutdownEvent event) {
    workers.close();
  }

  @Override
  public Stream<Loop> loops() {
    return workers.loops();
  }
}
