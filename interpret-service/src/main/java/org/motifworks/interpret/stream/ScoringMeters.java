package org.motifworks.interpret.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import org.motifworks.contracts.scoring.SequenceScores;

/** Measures what is scored over Kafka, of which only what is committed counts. */
final class ScoringMeters {

  private final Timer batches;
  private final DistributionSummary sizes;
  private final Counter scored;
  private final Counter errors;

  ScoringMeters(MeterRegistry metrics) {
    this.batches =
        Timer.builder("motifworks.scoring.batches")
            .description("Batches of records, from read to committed")
            .register(metrics);
    this.sizes =
        DistributionSummary.builder("motifworks.scoring.batch.size")
            .description("Records of a batch")
            .register(metrics);
    this.scored =
        metrics.counter("motifworks.scored.sequences", "via", "kafka", "result", "scored");
    this.errors = metrics.counter("motifworks.scored.sequences", "via", "kafka", "result", "error");
  }

  void committed(List<SequenceScores> outcomes, Duration took) {
    batches.record(took);
    sizes.record(outcomes.size());
    long failed = outcomes.stream().filter(outcome -> outcome.error().isPresent()).count();
    errors.increment(failed);
    scored.increment((double) outcomes.size() - failed);
  }
}
