package org.motifworks.data.service;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import org.jboss.logging.Logger;
import org.motifworks.data.dataset.DatasetJobs;
import org.motifworks.kit.artifact.ArtifactStore;
import org.motifworks.kit.id.Ids;
import org.motifworks.kit.job.JobQueue;
import org.motifworks.kit.job.JobWorkers;
import org.motifworks.kit.job.WorkerSettings;

/** Starts the workers with the process, and drains them before it ends. */
@Singleton
final class DataServiceLifecycle {

  private static final Logger LOG = Logger.getLogger(DataServiceLifecycle.class);
  private static final Duration ABANDONED = Duration.ofDays(1);
  private static final Duration DRAIN = Duration.ofSeconds(20);

  private final JobWorkers workers;
  private final ArtifactStore store;

  DataServiceLifecycle(
      JobQueue queue,
      DatasetJobs jobs,
      ArtifactStore store,
      DataSettings settings,
      MeterRegistry meters) {
    this.store = store;
    this.workers =
        new JobWorkers(
            queue,
            Map.of(DatasetJobs.KIND, jobs.handler()),
            new WorkerSettings(
                settings.slots(), settings.lease(), settings.pulse(), Duration.ofSeconds(1), DRAIN),
            "data-service-" + Ids.next());
    Gauge.builder("motifworks.datasets.building", workers, JobWorkers::busy)
        .description("Datasets this process is making")
        .register(meters);
  }

  void start(@Observes StartupEvent event) {
    int swept = store.sweepStagings(ABANDONED);
    if (swept > 0) LOG.infof("%d abandoned stagings removed", swept);
    workers.start();
  }

  void stop(@Observes ShutdownEvent event) {
    workers.close();
  }
}
