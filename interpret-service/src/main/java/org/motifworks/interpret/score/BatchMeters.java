package org.motifworks.interpret.score;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** Measures what is scored in one way, batch by batch. */
public final class BatchMeters {
  private static final Duration[] TIMES = {
    Duration.ofMillis(1),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5),
    Duration.ofSeconds(30)
  };
  private static final double[] SIZES = {1, 4, 16, 64, 128, 512, 2048, 16_384, 131_072};

  private final Timer batches;
  private final DistributionSummary sizes;
  private final Counter scored;
  private final Counter errors;

  /**
   * @param via {@code rest}, {@code open-inference} or {@code kafka}
   */
  public BatchMeters(MeterRegistry metrics, String via) {
    this.batches =
        Timer.builder("motifworks.scoring.batches")
            .description("Batches, from read to answered")
            .tag("via", via)
            .serviceLevelObjectives(TIMES)
            .register(metrics);
    this.sizes =
        DistributionSummary.builder("motifworks.scoring.batch.size")
            .description("Sequences of a batch")
            .tag("via", via)
            .serviceLevelObjectives(SIZES)
            .register(metrics);
    this.scored = metrics.counter("motifworks.scored.sequences", "via", via, "result", "scored");
    this.errors = metrics.counter("motifworks.scored.sequences", "via", via, "result", "error");
  }

  /**
   * A batch that was answered.
   *
   * @param sequencesScored those that have scores now
   * @param sequencesInError those that have an error in the place of scores
   */
  public void answered(long sequencesScored, long sequencesInError, Duration took) {
    batches.record(took);
    sizes.record((double) sequencesScored + sequencesInError);
    scored.increment((double) sequencesScored);
    errors.increment((double) sequencesInError);
  }
}
