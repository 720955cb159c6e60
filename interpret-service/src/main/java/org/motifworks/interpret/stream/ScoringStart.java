package org.motifworks.interpret.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.motifworks.interpret.config.ScoringConfig;
import org.motifworks.interpret.model.ModelCache;
import org.motifworks.interpret.registry.ModelSource;
import org.motifworks.interpret.score.LiveScoring;
import org.motifworks.kit.event.KafkaSettings;
import org.motifworks.kit.event.Topics;
import org.motifworks.kit.health.Loop;
import org.motifworks.kit.health.Loops;

/** Has the loop run for as long as the service does. */
@ApplicationScoped
public class ScoringStart implements Loops {
  private static final Logger LOG = Logger.getLogger(ScoringStart.class);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /**
   * A batch that takes half of it (Kafka's {@code max.poll.interval.ms}) is not this one's any
   * more.
   */
  private static final Duration LONGEST_TURN = Duration.ofMinutes(10);

  private final ScoringLoop scoring;
  private final Loop loop;

  ScoringStart(
      KafkaSettings kafka,
      ModelSource models,
      ModelCache cache,
      ScoringConfig config,
      LiveScoring live,
      MeterRegistry metrics) {
    this.scoring =
        new ScoringLoop(
            kafka,
            "interpret-scoring-" + UUID.randomUUID(),
            ScoringTopics.standard(kept(config)),
            new RecordScorer(models::find, cache, config.model(), live::with),
            new ScoringMeters(metrics));
    this.loop = new Loop("scoring", LONGEST_TURN, scoring::run);
  }

  private static Topics.Kept kept(ScoringConfig config) {
    return config
        .retentionSize()
        .map(size -> Topics.Kept.during(config.retention(), size.asLongValue()))
        .orElseGet(() -> Topics.Kept.during(config.retention()));
  }

  void start(@Observes StartupEvent event) {
    loop.start();
  }

  /** Before the models are drained: the loop may be using one. */
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    loop.closing();
    scoring.close();
    if (!loop.join(PATIENCE)) LOG.warn("a batch of sequences is still being scored");
  }

  @Override
  public Stream<Loop> loops() {
    return Stream.of(loop);
  }
}
