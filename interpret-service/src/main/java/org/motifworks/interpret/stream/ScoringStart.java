package org.motifworks.interpret.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.motifworks.interpret.config.ScoringConfig;
import org.motifworks.interpret.model.ModelCache;
import org.motifworks.interpret.registry.ModelSource;
import org.motifworks.interpret.score.LiveScoring;
import org.motifworks.kit.event.KafkaSettings;

/** Has the loop run for as long as the service does. */
@ApplicationScoped
public class ScoringStart {
  private static final Logger LOG = Logger.getLogger(ScoringStart.class);
  private static final long PATIENCE_MILLIS = 20_000;

  private final ScoringLoop loop;
  private final Thread thread;

  ScoringStart(
      KafkaSettings kafka,
      ModelSource models,
      ModelCache cache,
      ScoringConfig config,
      LiveScoring live,
      MeterRegistry metrics) {
    this.loop =
        new ScoringLoop(
            kafka,
            "interpret-scoring-" + UUID.randomUUID(),
            ScoringTopics.standard(),
            new RecordScorer(models::find, cache, config.model(), live::with),
            new ScoringMeters(metrics));
    this.thread = new Thread(loop, "scoring");
    this.thread.setDaemon(true);
  }

  void start(@Observes StartupEvent event) {
    thread.start();
  }

  /** Before the models are drained: the loop may be using one. */
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    loop.close();
    thread.join(PATIENCE_MILLIS);
    if (thread.isAlive()) LOG.warn("a batch of sequences is still being scored");
  }
}
