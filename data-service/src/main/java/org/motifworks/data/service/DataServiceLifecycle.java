package org.motifworks.data.service;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.motifworks.data.dataset.DatasetJobs;
import org.motifworks.data.scoring.ScoringJobs;
import org.motifworks.kit.artifact.ArtifactStore;
import org.motifworks.kit.health.Loop;
import org.motifworks.kit.health.Loops;
import org.motifworks.kit.id.Ids;
import org.motifworks.kit.job.JobQueue;
import org.motifworks.kit.job.JobWorkers;
import org.motifworks.kit.job.WorkerSettings;

/** Starts the workers with the process, and drains them before it ends. */
@Singleton
final class DataServiceLifecycle implements Loops {

  private static final Logger LOG = Logger.getLogger(DataServiceLifecycle.class);
  private static final Duration ABANDONED = Duration.ofDays(1);
  private static final Duration DRAIN = Duration.ofSeconds(20);

  /** One scoring keeps an interpret-service busy. */
  private static final int SCORINGS_AT_ONCE = 1;

  private final JobWorkers makers;
  private final JobWorkers scorers;
  private final ArtifactStore store;

  DataServiceLifecycle(
      JobQueue queue,
      DatasetJobs datasets,
      ScoringJobs scorings,
      ArtifactStore store,
      DataSettings settings,
      MeterRegistry meters) {
    this.store = store;
    String process = "data-service-" + Ids.next();
    this.makers =
        new JobWorkers(
            queue,
            Map.of(DatasetJobs.KIND, datasets.handler()),
            workers(settings, settings.slots()),
            process);
    this.scorers =
        new JobWorkers(
            queue,
            Map.of(ScoringJobs.KIND, scorings.handler()),
            workers(settings, SCORINGS_AT_ONCE),
            process);
    Gauge.builder("motifworks.datasets.building", makers, JobWorkers::busy)
        .description("Datasets this process is making")
        .register(meters);
  }

  private static WorkerSettings workers(DataSettings settings, int slots) {
    return new WorkerSettings(
        slots, settings.lease(), settings.pulse(), Duration.ofSeconds(1), DRAIN);
  }

  void start(@Observes StartupEvent event) {
    int swept = store.sweepStagings(ABANDONED);
    if (swept > 0) LOG.infof("%d abandoned stagings removed", swept);
    makers.start();
    scorers.start();
  }

  void stop(@Observes ShutdownEvent event) {
    scorers.close();
    makers.close();
  }

  @Override
  public Stream<Loop> loops() {
    return Stream.of(makers, scorers).flatMap(JobWorkers::loops);
  }
}
