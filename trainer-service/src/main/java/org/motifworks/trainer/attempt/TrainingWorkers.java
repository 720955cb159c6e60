package org.motifworks.trainer.attempt;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Files;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.motifworks.kit.artifact.ArtifactStore;
import org.motifworks.kit.health.Loop;
import org.motifworks.kit.health.Loops;
import org.motifworks.kit.job.JobQueue;
import org.motifworks.kit.job.JobWorkers;
import org.motifworks.trainer.registry.Models;
import org.motifworks.trainer.run.RunJob;
import org.motifworks.trainer.run.Runs;

/** The slots of this replica: as many attempts at once as it has cores, unless told otherwise. */
@ApplicationScoped
public class TrainingWorkers implements Loops {

  private static final Logger LOG = Logger.getLogger(TrainingWorkers.class);

  private final JobWorkers workers;
  private final WorkerSettings settings;

  TrainingWorkers(
      WorkerSettings settings,
      JobQueue queue,
      ArtifactStore store,
      Runs runs,
      Models models,
      MeterRegistry metrics) {
    this.settings = settings;
    TrainingHandler handler =
        new TrainingHandler(
            WorkerCommand.of(settings, WorkerCommand.TRAINING),
            new WorkerFolders(settings.folder()),
            settings.device(),
            settings.silence(),
            store,
            runs,
            models,
            metrics);
    Gauge.builder("motifworks.training.slots", settings, TrainingWorkers::slots)
        .description("Attempts this replica trains at once, at most")
        .register(metrics);
    Gauge.builder("motifworks.training.busy", this, TrainingWorkers::busy)
        .description("Attempts under way on this replica")
        .register(metrics);
    this.workers =
        new JobWorkers(
            queue,
            Map.of(RunJob.KIND, handler),
            queueSettings(settings),
            "trainer-" + ProcessHandle.current().pid());
  }

  void start(@Observes StartupEvent event) {
    if (!Files.isDirectory(settings.classpath())) {
      throw new IllegalStateException(
          "motifworks.worker.classpath names no folder: "
              + settings.classpath()
              + ". It must hold the training worker's jars (training-worker/target/lib after a build).");
    }
    LOG.infof(
        "%d training slots, device %s, worker jars in %s",
        slots(settings), settings.device(), settings.classpath());
    workers.start();
  }

  /** First of all to stop: a worker killed by a drain gives its run back to the queue. */
  void stop(@Observes @Priority(1) ShutdownEvent event) {
    workers.close();
  }

  /** Attempts under way on this replica. */
  public int busy() {
    return workers.busy();
  }

  private static org.motifworks.kit.job.WorkerSettings queueSettings(WorkerSettings settings) {
    var defaults = org.motifworks.kit.job.WorkerSettings.slots(slots(settings));
    return new org.motifworks.kit.job.WorkerSettings(
        slots(settings),
        settings.lease(),
        settings.lease().dividedBy(15),
        defaults.poll(),
        defaults.drain());
  }

  private static int slots(WorkerSettings settings) {
    return settings.slots().orElse(Runtime.getRuntime().availableProcessors());
  }

  @Override
  public Stream<Loop> loops() {
    return workers.loops();
  }
}
